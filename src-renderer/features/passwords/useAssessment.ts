import { useEffect, useState } from 'react';
import type { OutputOf } from '../../../src-shared/contract';
import { passwordMaximum } from '../../../src-shared/contract/shapes';
import { api } from '../../api/call';
import { cluesFrom } from './clues';

export type Assessment = OutputOf<'passwords.assess'>;

const pauseInTyping = 250;

/** How good a password is, once typing pauses; null until that is known. Kept nowhere but in the field itself. */
export function useAssessment(password: string, about: readonly string[]): Assessment | null {
  const [assessed, setAssessed] = useState<{ of: string; assessment: Assessment } | null>(null);
  const clues = JSON.stringify(cluesFrom(about));

  useEffect(() => {
    if (password === '' || password.length > passwordMaximum) return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      api.passwords.assess({ password, about: JSON.parse(clues) }).then(
        (assessment) => {
          if (isCurrent) setAssessed({ of: password, assessment });
        },
        // Without an answer there is no meter; saving judges the password all the same.
        () => undefined,
      );
    }, pauseInTyping);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [password, clues]);

  return assessed?.of === password ? assessed.assessment : null;
}
