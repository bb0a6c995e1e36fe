import type { EntityManager } from 'typeorm';
import { commonPlaceholders, fillPlaceholders } from '../../../src-shared/placeholders';
import { UserError } from '../../errors';
import type { ProfilesService } from '../profiles/profiles.service';
import type { SettingsService } from '../settings/settings.service';
import type { BulkFacts } from './bulk-facts.repository';
import { placeholderValues } from './placeholder-values';

type Values = Awaited<ReturnType<ProfilesService['currentValues']>>;

/**
 * A placeholder that no kind of profile has would leave everybody out; one that some have leaves out only the others.
 * @throws UserError MESSAGE_UNFILLED in the field `message`
 */
export async function refuseUnknownPlaceholders(manager: EntityManager, message: string): Promise<void> {
  const fields = await manager.query<{ label: string }[]>(
    'SELECT label FROM profile_field WHERE is_former = 0 AND is_removed = 0',
  );
  const known = [...commonPlaceholders, ...fields.map(({ label }) => label)].map((name) => [name, name]);
  const [unknown] = fillPlaceholders(message, Object.fromEntries(known)).unfilled;
  if (unknown !== undefined) throw UserError.inField('message', 'MESSAGE_UNFILLED', { placeholder: `{${unknown}}` });
}

/** Fills the same message for many people, with what it needs of all of them asked for once. */
export class BulkMessages {
  readonly #message: string;
  readonly #officeName: string;
  readonly #values: Values;

  private constructor(message: string, officeName: string, values: Values) {
    this.#message = message;
    this.#officeName = officeName;
    this.#values = values;
  }

  static async prepare(
    manager: EntityManager,
    { settings, profiles }: { readonly settings: SettingsService; readonly profiles: ProfilesService },
    message: string,
    cases: readonly BulkFacts[],
  ): Promise<BulkMessages> {
    if (message === '') return new BulkMessages(message, '', new Map());
    const profileIds = cases.map(({ signUpCase }) => signUpCase.profileId).filter((id) => id !== null);
    const values = asksForFields(message) ? await profiles.currentValues(manager, profileIds) : new Map();
    return new BulkMessages(message, (await settings.office(manager)).name, values);
  }

  /** @returns null where something is left that nothing fills; empty where there is no message */
  textFor({ signUpCase, account, typeName }: BulkFacts, now: number): string | null {
    if (this.#message === '') return '';
    const values = this.#values.get(signUpCase.profileId ?? 0) ?? [];
    const known = placeholderValues({ person: account, officeName: this.#officeName, typeName, values, now });
    const { text, unfilled } = fillPlaceholders(this.#message, known);
    return unfilled.length > 0 ? null : text;
  }
}

function asksForFields(message: string): boolean {
  const common = Object.fromEntries(commonPlaceholders.map((name) => [name, name]));
  return fillPlaceholders(message, common).unfilled.length > 0;
}
