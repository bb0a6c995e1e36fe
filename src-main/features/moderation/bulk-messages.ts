import type { EntityManager } from 'typeorm';
import { commonPlaceholders, fillPlaceholders } from '../../../src-shared/placeholders';
import type { ProfilesService } from '../profiles/profiles.service';
import type { SettingsService } from '../settings/settings.service';
import type { BulkFacts } from './bulk-facts.repository';
import { placeholderValues } from './placeholder-values';

type Values = Awaited<ReturnType<ProfilesService['currentValues']>>;

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
