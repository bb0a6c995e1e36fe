import { readFileSync } from 'node:fs';
import { ipcMain, nativeTheme } from 'electron';
import { z } from 'zod';
import { isThemeChoice, type ThemeChoice, themeChoices } from '../../../src-shared/theme';
import { replaceFile } from '../../store/durable-file';
import { themeChannel } from './channels';
import { isFromOwnPage } from './sender';

const rememberedSchema = z.strictObject({ theme: z.enum(themeChoices) });

/**
 * Gives menus, dialogs and pages the theme that was chosen on this computer, and remembers what is chosen from now on.
 * A window's own storage cannot: it is in memory only.
 */
export function keepTheme(file: string, report: (error: unknown) => void): void {
  nativeTheme.themeSource = readTheme(file);
  ipcMain.handle(themeChannel, (event, choice: unknown) => {
    if (!isFromOwnPage(event) || !isThemeChoice(choice)) return;
    nativeTheme.themeSource = choice;
    try {
      replaceFile(file, `${JSON.stringify({ theme: choice })}\n`);
    } catch (error) {
      // It is chosen all the same, until the application ends.
      report(error);
    }
  });
}

/** The system's where nothing was remembered, or nothing that makes sense. */
function readTheme(file: string): ThemeChoice {
  try {
    return rememberedSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).theme;
  } catch {
    return 'system';
  }
}
