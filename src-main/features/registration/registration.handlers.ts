import type { HandlersOf } from '../../handlers';
import type { RegistrationService } from './registration.service';

export function registrationHandlers(registration: RegistrationService): HandlersOf<'registration'> {
  return {
    offer: () => registration.offer(),
    async register(context, input) {
      await registration.register(context, input);
      return {};
    },
  };
}
