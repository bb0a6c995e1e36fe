import { create } from 'zustand';

export interface Confirmation {
  readonly title: string;
  /** What will happen, in a sentence or two. */
  readonly text: string;
  /** The word on the button that does it, such as "Deactivate". */
  readonly action: string;
  /** The act takes something away from somebody. */
  readonly isDangerous?: boolean;
}

interface Confirmations {
  readonly asked: (Confirmation & { readonly answer: (isConfirmed: boolean) => void }) | null;
}

export const useConfirmations = create<Confirmations>(() => ({ asked: null }));

/** Asks before something is done: `if (await confirm({ … })) …` */
export function confirm(confirmation: Confirmation): Promise<boolean> {
  useConfirmations.getState().asked?.answer(false);
  return new Promise((resolve) => {
    useConfirmations.setState({
      asked: {
        ...confirmation,
        answer: (isConfirmed) => {
          useConfirmations.setState({ asked: null });
          resolve(isConfirmed);
        },
      },
    });
  });
}
