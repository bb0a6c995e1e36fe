import type { HandlersOf } from '../../handlers';
import type { RecoveryService } from './recovery.service';

export function recoveryHandlers(recovery: RecoveryService): HandlersOf<'recovery'> {
  return {
    async setSuperuserPassword(context, input) {
      return { recoveryCode: await recovery.setSuperuserPassword(context, input) };
    },
  };
}
