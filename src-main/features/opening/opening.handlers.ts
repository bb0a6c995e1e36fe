import type { HandlersOf } from '../../handlers';
import type { OpeningService } from './opening.service';
import type { StoreWaysService } from './store-ways.service';

type Openers = 'ways' | 'openWithPassphrase' | 'openWithKeyStore' | 'openWithRecoveryCode';

export function openingHandlers(opening: OpeningService): Pick<HandlersOf<'opening'>, Openers> {
  return {
    ways: () => opening.ways(),
    async openWithPassphrase(_context, { passphrase }) {
      await opening.withPassphrase(passphrase);
      return {};
    },
    async openWithKeyStore() {
      await opening.withKeyStore();
      return {};
    },
    async openWithRecoveryCode(_context, { recoveryCode }) {
      await opening.withRecoveryCode(recoveryCode);
      return {};
    },
  };
}

export function storeWaysHandlers(ways: StoreWaysService): Omit<HandlersOf<'opening'>, Openers> {
  return {
    settings: () => ways.ways(),
    async setPassphrase(context, { passphrase }) {
      await ways.setPassphrase(context, passphrase);
      return {};
    },
    async setKeyStore(context, { isUsed }) {
      await ways.setKeyStore(context, isUsed);
      return {};
    },
    async replaceRecoveryCode(context) {
      return { recoveryCode: await ways.replaceRecoveryCode(context) };
    },
  };
}
