import { useEffect, useState } from 'react';
import { type SetUpStep, steps } from './set-up-form';

/**
 * The step that is shown. Each has its place in the window's history, so that the browser's Back leads one step back
 * and loses nothing of what was typed.
 */
export function useStepHistory(): [step: SetUpStep, goTo: (step: SetUpStep) => void] {
  const [step, setStep] = useState<SetUpStep>('office');

  useEffect(() => {
    // After a reload nothing that was typed is there any more, whatever step it was.
    history.replaceState({ step: 'office' }, '');
    const follow = () => setStep(stepInHistory());
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);

  function goTo(next: SetUpStep): void {
    const distance = steps.indexOf(next) - steps.indexOf(stepInHistory());
    if (distance > 0) {
      history.pushState({ step: next }, '');
      setStep(next);
    } else if (distance < 0) history.go(distance);
  }

  return [step, goTo];
}

function stepInHistory(): SetUpStep {
  const state: unknown = history.state;
  const named = typeof state === 'object' && state !== null && 'step' in state ? state.step : null;
  return steps.find((step) => step === named) ?? 'office';
}
