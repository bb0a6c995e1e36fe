import type { HandlersOf } from '../../handlers';
import type { Store } from '../../store/store';
import type { CategoriesService } from './categories.service';
import type { DelegationChoices } from './delegation-choices.service';
import type { OfficePermissionsService } from './office-permissions.service';

export interface DelegationHandled {
  readonly store: Store;
  readonly categories: CategoriesService;
  readonly officePermissions: OfficePermissionsService;
  readonly delegationChoices: DelegationChoices;
}

export function delegationHandlers(services: DelegationHandled): HandlersOf<'delegation'> {
  const { store, categories, officePermissions, delegationChoices } = services;
  return {
    choices: () => delegationChoices.of(store.read, () => true),
    categories: () => categories.list(),
    createCategory: (context, input) => categories.create(context, input),
    renameCategory: (context, input) => categories.rename(context, input),
    setCategoryArchived: (context, input) => categories.setArchived(context, input),
    orderCategories: (context, input) => categories.order(context, input),
    async deleteCategory(context, choice) {
      await categories.delete(context, choice);
      return {};
    },
    permissions: () => officePermissions.list(),
    createPermission: (context, input) => officePermissions.create(context, input),
    updatePermission: (context, input) => officePermissions.update(context, input),
    setPermissionArchived: (context, input) => officePermissions.setArchived(context, input),
    orderPermissions: (context, input) => officePermissions.order(context, input),
    async deletePermission(context, choice) {
      await officePermissions.delete(context, choice);
      return {};
    },
  };
}
