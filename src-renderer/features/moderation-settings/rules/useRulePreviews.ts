import { useEffect, useState } from 'react';
import type { OutputOf } from '../../../../src-shared/contract';
import { api } from '../../../api/call';
import { failureSentence } from '../../../api/failures';
import { useDebounced } from '../../../components/useDebounced';
import { patternsIn } from './rule-lines';

/** Whom a pattern means, or why it can be no rule. */
export type RulePreview =
  | {
      readonly pattern: string;
      readonly meant: OutputOf<'moderationSettings.previewRule'> | null;
      readonly error: null;
    }
  | { readonly pattern: string; readonly meant: null; readonly error: string };

const pauseInTyping = 400;
/** To count the accounts of a domain takes a look at every one: a long list is not counted through. */
export const mostPreviewed = 20;

/** Looks the patterns up one after the other once typing pauses; `meant` is null until that is done. */
export function useRulePreviews(text: string): readonly RulePreview[] {
  const settled = useDebounced(text, pauseInTyping);
  const [known, setKnown] = useState<ReadonlyMap<string, RulePreview>>(new Map());
  const patterns = patternsIn(settled).slice(0, mostPreviewed);
  const asked = JSON.stringify(patterns);

  useEffect(() => {
    let isCurrent = true;
    async function lookUp(): Promise<void> {
      for (const pattern of JSON.parse(asked) as string[]) {
        if (!isCurrent) return;
        const preview = await previewOf(pattern);
        if (isCurrent) setKnown((before) => new Map(before).set(pattern, preview));
      }
    }
    void lookUp();
    return () => {
      isCurrent = false;
    };
  }, [asked]);

  return patterns.map((pattern) => known.get(pattern) ?? { pattern, meant: null, error: null });
}

async function previewOf(pattern: string): Promise<RulePreview> {
  try {
    return { pattern, meant: await api.moderationSettings.previewRule({ pattern }), error: null };
  } catch (failure) {
    return { pattern, meant: null, error: failureSentence(failure) };
  }
}
