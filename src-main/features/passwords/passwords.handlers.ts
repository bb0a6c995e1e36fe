import type { HandlersOf } from '../../handlers';
import type { PasswordsService } from './passwords.service';

/** @param minLength the office's policy, read when asked; before there is an office, the least that is allowed */
export function passwordsHandlers(
  passwords: PasswordsService,
  minLength: () => Promise<number>,
): HandlersOf<'passwords'> {
  return {
    async assess({ window }, { password, about }) {
      const rules = { minLength: await minLength(), about };
      const { score, refusal } = await passwords.assess(password, rules, window);
      return { score, refusal: refusal?.code ?? null };
    },
    async suggest() {
      return { passPhrase: await passwords.suggest() };
    },
  };
}
