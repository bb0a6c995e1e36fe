import type { HandlersOf } from '../../handlers';
import type { SetupService } from './setup.service';

export function setupHandlers(setup: SetupService): HandlersOf<'setup'> {
  return {
    options: () => setup.options(),
    async create(context, wanted) {
      return { recoveryCode: await setup.create(context, wanted) };
    },
  };
}
