import { useEffect, useRef, useState } from 'react';

/** What becomes of those who wait when nobody has to approve any more; null where it is thought over. */
export type WhoWaits = 'let-in' | 'keep' | null;

export interface WaitingQuestionState {
  readonly isAsked: boolean;
  readonly ask: () => Promise<WhoWaits>;
  readonly answer: (answer: WhoWaits) => void;
}

/** Asks while the policies are being saved. */
export function useWaitingQuestion(): WaitingQuestionState {
  const [isAsked, setIsAsked] = useState(false);
  const resolve = useRef<(answer: WhoWaits) => void>(() => undefined);
  // Where the screen goes away, so does the question.
  useEffect(() => () => resolve.current(null), []);

  return {
    isAsked,
    ask: () => {
      setIsAsked(true);
      return new Promise((settle) => {
        resolve.current = settle;
      });
    },
    answer: (answer) => {
      setIsAsked(false);
      resolve.current(answer);
    },
  };
}
