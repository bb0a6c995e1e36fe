import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { OnBehalf } from '../../../src-shared/contract/shapes';
import { Declined } from '../../api/failures';
import { useDraft } from '../form/drafts';
import { type Identity, nothingTyped, type TypedOnBehalf } from './on-behalf-form';

export interface Question<T> {
  readonly title: string;
  /** What will happen, in a sentence or two. */
  readonly text: string;
  /** The word on the button that does it, such as "Delete". */
  readonly action: string;
  readonly isDangerous?: boolean;
  readonly identity: Identity;
  /** A form waits for it: what is refused for another reason than those given here is told there. */
  readonly isFromForm?: boolean;
  readonly perform: (onBehalf: OnBehalf) => Promise<T>;
}

/** Asks why something is done for somebody else, and does it. @throws Declined, or what is to be told in the form */
export type AskOnBehalf = <T>(question: Question<T>) => Promise<T>;

export interface AskedOnBehalf extends Question<void> {
  readonly end: (failure?: unknown) => void;
}

export interface OnBehalfState {
  readonly asked: AskedOnBehalf | null;
  readonly ask: AskOnBehalf;
  /** What was typed so far: it stays until the act is done, even where it was refused. */
  readonly typed: TypedOnBehalf;
  readonly keepTyped: (typed: TypedOnBehalf) => void;
}

/** The question that comes before a change of somebody else's account. `draftKey` names the record. */
export function useOnBehalf(draftKey: string): OnBehalfState {
  const [asked, setAsked] = useState<AskedOnBehalf | null>(null);
  const [typed, keepTyped] = useDraft<TypedOnBehalf>(`${draftKey}/on-behalf`);

  // The dialog gives the focus back before whoever asked is answered, who may want it elsewhere.
  const close = () => flushSync(() => setAsked(null));

  function ask<T>(question: Question<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      setAsked({
        ...question,
        perform: async (onBehalf) => {
          const done = await question.perform(onBehalf);
          keepTyped(nothingTyped);
          close();
          resolve(done);
        },
        end: (failure = new Declined()) => {
          close();
          reject(failure);
        },
      });
    });
  }

  return { asked, ask, typed: typed ?? nothingTyped, keepTyped };
}
