import type { Answer } from './contract';
import type { ApplicationEvent } from './events';
import type { ThemeChoice } from './theme';

/** What the desktop host puts into its windows as `window.steward`. A window without it talks HTTP. */
export interface Bridge {
  readonly host: 'desktop';
  call(procedure: string, input: unknown): Promise<Answer>;
  /** Answers the function that ends the subscription. */
  onEvent(listener: (event: ApplicationEvent) => void): () => void;
  readonly theme: {
    /** As it was chosen when the window was opened. What has been chosen since, a window knows by its own storage. */
    readonly initial: ThemeChoice;
    /** Remembers the choice for the next start, and gives the menus and dialogs of this one the same look. */
    choose(choice: ThemeChoice): Promise<void>;
  };
}
