import type { EntityManager } from 'typeorm';
import type { Context } from '../../context';
import { UserError } from '../../errors';
import type { DelegationChoices } from '../delegation/delegation-choices.service';
import type { AuthorizedUserRules } from './authorized-user-rules.service';

/** What is chosen for somebody, as it was typed. */
interface Chosen {
  /** A public id. */
  readonly categoryId: string | null;
  readonly permissions: readonly string[];
}

/** What somebody has at that moment. */
export interface Kept {
  readonly categoryId: number | null;
  readonly permissions: readonly string[];
}

export const nothingKept: Kept = { categoryId: null, permissions: [] };

/** The category and the permissions that are chosen for authorized users. */
export class AuthorizedUserDetails {
  readonly #choices: DelegationChoices;
  readonly #rules: AuthorizedUserRules;

  constructor(choices: DelegationChoices, rules: AuthorizedUserRules) {
    this.#choices = choices;
    this.#rules = rules;
  }

  /**
   * What is archived stays with whoever has it, and is given to nobody else.
   * @throws UserError UNKNOWN_CATEGORY in `categoryId`; UNKNOWN_PERMISSION, BEYOND_OWN_PERMISSIONS in `permissions`
   */
  async accepted(
    manager: EntityManager,
    context: Context,
    { categoryId, permissions }: Chosen,
    kept: Kept,
  ): Promise<Kept> {
    const category = categoryId === null ? null : await this.#category(manager, categoryId, kept);
    const wanted = [...new Set(permissions)];
    const catalogue = await this.#choices.permissions(manager);
    const known = catalogue.filter(
      ({ permission, isArchived }) => !isArchived || kept.permissions.includes(permission),
    );
    if (!wanted.every((one) => known.some(({ permission }) => permission === one))) {
      throw UserError.inField('permissions', 'UNKNOWN_PERMISSION');
    }
    this.#rules.assertMayGive(await this.#rules.givable(manager, context), kept.permissions, wanted);
    return { categoryId: category, permissions: wanted };
  }

  async #category(manager: EntityManager, publicId: string, kept: Kept): Promise<number> {
    const category = (await this.#choices.categories(manager)).find((one) => one.publicId === publicId);
    if (!category || (category.isArchived && category.id !== kept.categoryId)) {
      throw UserError.inField('categoryId', 'UNKNOWN_CATEGORY');
    }
    return category.id;
  }
}
