import { type StaffPermission, staffPermissionCatalogue } from '../../../src-shared/permissions';

type CatalogueEntry = (typeof staffPermissionCatalogue)[number];

/** The catalogue by its groups, both in its own order. */
export const permissionGroups: readonly { readonly name: string; readonly entries: readonly CatalogueEntry[] }[] = [
  ...Map.groupBy(staffPermissionCatalogue, (entry) => entry.group),
].map(([name, entries]) => ({ name, entries }));

const labels = new Map<string, string>(staffPermissionCatalogue.map(({ key, label }) => [key, label]));

/** The name of a permission in plain words; of one that a later version knows, its key. */
export function permissionLabel(permission: string): string {
  return labels.get(permission) ?? permission;
}

/** The same permissions in the order of the catalogue, so that equal choices are equal lists. */
export function inCatalogueOrder(permissions: Iterable<StaffPermission>): StaffPermission[] {
  const chosen = new Set(permissions);
  return staffPermissionCatalogue.map(({ key }) => key).filter((key) => chosen.has(key));
}
