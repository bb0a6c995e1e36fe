import type { PermissionChoice } from '../../../../src-shared/contract/delegation';
import { delegatePermissionCatalogue } from '../../../../src-shared/delegate-permissions';

export type Permission = PermissionChoice['permission'];

export interface PermissionGroup {
  readonly name: string;
  readonly choices: readonly PermissionChoice[];
}

/**
 * The permissions by their groups, both in the office's order; archived ones only for who has them, and where they were
 * offered before they were archived, so that a tick can be taken away again.
 */
export function permissionGroups(
  choices: readonly PermissionChoice[],
  had: readonly Permission[],
  offeredBefore: readonly Permission[] = [],
): readonly PermissionGroup[] {
  const offered = choices
    .filter(({ permission, isArchived }) => !isArchived || [...had, ...offeredBefore].includes(permission))
    .map((choice) => ({ ...choice, mayGive: choice.mayGive && !isGivenToNobodyNew(choice, had) }));
  return [...Map.groupBy(offered, ({ group }) => group)].map(([name, inGroup]) => ({ name, choices: inGroup }));
}

/** Archived, and not what the person has already. */
export function isGivenToNobodyNew({ permission, isArchived }: PermissionChoice, had: readonly Permission[]): boolean {
  return isArchived && !had.includes(permission);
}

/** Without those that are no more and so have no box: somebody ticked them before they were deleted. */
export function withoutDeleted(
  ticked: readonly Permission[],
  choices: readonly PermissionChoice[],
  had: readonly Permission[],
): Permission[] {
  const known = new Set([...had, ...choices.map(({ permission }) => permission)]);
  return ticked.filter((permission) => known.has(permission));
}

/** The same permissions in the office's order, so that equal ticks are equal lists. */
export function inOrderOf(choices: readonly PermissionChoice[], permissions: Iterable<Permission>): Permission[] {
  const ticked = new Set(permissions);
  const known = new Set(choices.map(({ permission }) => permission));
  return [...known, ...[...ticked].filter((one) => !known.has(one))].filter((one) => ticked.has(one));
}

/** The labels of the ticked permissions that bring this one along. */
export function broughtBy(permission: Permission, ticked: readonly Permission[]): string[] {
  return delegatePermissionCatalogue
    .filter(({ key, implies }) => ticked.includes(key) && implies.some((implied) => implied === permission))
    .map(({ label }) => label);
}

/** Whether somebody with these ticks has the permission. */
export function isGiven(permission: Permission, ticked: readonly Permission[]): boolean {
  return ticked.includes(permission) || broughtBy(permission, ticked).length > 0;
}

/** How the box that stands for a whole group looks. */
export function stateOfGroup({ choices }: PermissionGroup, ticked: readonly Permission[]): 'all' | 'some' | 'none' {
  const givable = choices.filter(({ mayGive }) => mayGive);
  if (givable.every(({ permission }) => isGiven(permission, ticked))) return 'all';
  return choices.some(({ permission }) => isGiven(permission, ticked)) ? 'some' : 'none';
}

/** The ticks once the box of a group is ticked or unticked, which leaves alone what may not be given. */
export function withGroupTurned(
  { choices }: PermissionGroup,
  ticked: readonly Permission[],
  isTicked: boolean,
): Permission[] {
  const givable = choices.filter(({ mayGive }) => mayGive).map(({ permission }) => permission);
  const others = ticked.filter((permission) => !givable.includes(permission));
  return isTicked ? [...others, ...givable] : others;
}
