import { useColorScheme } from '@mui/material';
import type { ThemeChoice } from '../../../src-shared/theme';

/**
 * The theme of a window whose storage knows of none. The desktop host remembers what was chosen before it was started
 * and keeps that storage in memory only; a browser keeps the storage itself.
 */
export function initialTheme(): ThemeChoice {
  return window.steward?.theme.initial ?? 'system';
}

/** What is chosen now, in this window and in those that share its storage, and how to choose. */
export function useThemeChoice(): { chosen: ThemeChoice | undefined; choose: (choice: ThemeChoice) => void } {
  const { mode, setMode } = useColorScheme();

  function choose(choice: ThemeChoice): void {
    setMode(choice);
    void window.steward?.theme.choose(choice);
  }

  return { chosen: mode, choose };
}
