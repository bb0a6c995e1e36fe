import type { HandlersOf } from '../../handlers';
import type { SettingsService } from './settings.service';

export function settingsHandlers(settings: SettingsService): HandlersOf<'settings'> {
  return {
    get: () => settings.get(),
    update: (context, input) => settings.update(context, input),
  };
}
