import type { EntityManager } from 'typeorm';
import type { DelegationChoices as View } from '../../../src-shared/contract/delegation';
import { delegatePermissionCatalogue } from '../../../src-shared/delegate-permissions';
import type { CategoriesService } from './categories.service';
import type { NamedCategory, NamedPermission } from './delegation.repository';
import type { OfficePermissionsService } from './office-permissions.service';

export type { NamedCategory, NamedPermission };

/** What can be ticked and chosen for authorized users: what Steward knows, and what the office has added. */
export class DelegationChoices {
  readonly #categories: CategoriesService;
  readonly #officePermissions: OfficePermissionsService;

  constructor(categories: CategoriesService, officePermissions: OfficePermissionsService) {
    this.#categories = categories;
    this.#officePermissions = officePermissions;
  }

  /** @param mayGive whether who asks may give a permission */
  async of(manager: EntityManager, mayGive: (permission: string) => boolean): Promise<View> {
    const categories = await this.categories(manager);
    const permissions = await this.permissions(manager);
    return {
      categories: categories.map(({ publicId, name, isArchived }) => ({ id: publicId, name, isArchived })),
      permissions: permissions.map((choice) => ({ ...choice, mayGive: mayGive(choice.permission) })),
    };
  }

  /** Archived ones too, in the office's order. */
  categories(manager: EntityManager): Promise<NamedCategory[]> {
    return this.#categories.named(manager);
  }

  /** Archived ones too: first those Steward knows, then the office's, in their order. */
  async permissions(manager: EntityManager): Promise<NamedPermission[]> {
    return [...known, ...(await this.#officePermissions.named(manager))];
  }
}

const known: readonly NamedPermission[] = delegatePermissionCatalogue.map(({ key, group, label, explanation }) => {
  return { permission: key, group, label, explanation, isArchived: false };
});
