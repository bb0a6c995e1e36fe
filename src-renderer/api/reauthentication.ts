import { create } from 'zustand';

interface Reauthentication {
  /** Answers the question of whoever waits; null while nobody does. */
  readonly answer: ((isConfirmed: boolean) => void) | null;
}

/** Whether the person is being asked for their password again. The shell shows the question. */
export const useReauthentication = create<Reauthentication>(() => ({ answer: null }));

let question: Promise<boolean> | null = null;

/** Asks for the password again; several calls that need it at once share one question. */
export function askForPassword(): Promise<boolean> {
  question ??= new Promise<boolean>((resolve) => {
    useReauthentication.setState({
      answer: (isConfirmed) => {
        question = null;
        useReauthentication.setState({ answer: null });
        resolve(isConfirmed);
      },
    });
  });
  return question;
}
