import type { InputOf } from '../../../src-shared/contract';
import type { Account } from '../../../src-shared/contract/accounts';
import type { Group } from '../../../src-shared/contract/groups';
import type { StaffMember } from '../../../src-shared/contract/staff';
import type { StaffPermission } from '../../../src-shared/permissions';
import type { TestApp } from '../../support/test-app';
import { accountFormOf, addStaff, addStaffAtWindow, onBehalf } from '../../support/test-office';

/** What the person in the middle may do: look after staff and groups, and nothing else but what a test gives beside. */
const ownRights: StaffPermission[] = ['staff.view', 'staff.manage', 'groups.manage'];

/** How somebody's rights can lie to those of the person in the middle. */
export const relations = [
  { who: 'below', isBeyond: false },
  { who: 'equal', isBeyond: false },
  { who: 'above', isBeyond: true },
  { who: 'above by a group', isBeyond: true },
  { who: 'above and deactivated', isBeyond: true },
  { who: 'a superuser', isBeyond: true },
  { who: 'a deactivated superuser', isBeyond: true },
] as const;
export type Relation = (typeof relations)[number]['who'];

/** An office with somebody in the middle, signed in at the window `middle`, and groups that give less, as much and more. */
export class StaffAround {
  readonly #app: TestApp;
  readonly middle: string;
  readonly groups: { readonly low: string; readonly equal: string; readonly high: string };
  #added = 0;

  private constructor(app: TestApp, middle: string, groups: StaffAround['groups']) {
    this.#app = app;
    this.middle = middle;
    this.groups = groups;
  }

  static async in(app: TestApp, beside: StaffPermission[] = []): Promise<StaffAround> {
    const rights = [...ownRights, ...beside];
    const groups = {
      low: await addGroup(app, 'Low', ['staff.view']),
      equal: await addGroup(app, 'Equal', rights),
      high: await addGroup(app, 'High', ['settings.manage']),
    };
    const { member } = await addStaffAtWindow(app, 'middle', rights);
    return new StaffAround(app, member.id, groups);
  }

  /** Adds somebody whose rights lie so. @returns their public id */
  async add(who: Relation): Promise<string> {
    this.#added += 1;
    const { member } = await addStaff(this.#app, `person${this.#added}`, this.#rights(who));
    const { id, version } = member;
    if (who.includes('deactivated')) await this.#app.ask('superuser', 'staff.deactivate', { id, version });
    return id;
  }

  #rights(who: Relation): Partial<InputOf<'staff.create'>> {
    switch (who) {
      case 'below':
        return { permissions: ['staff.view'] };
      case 'equal':
        return { permissions: ['staff.view'], groups: [this.groups.equal] };
      case 'above':
        return { permissions: [...ownRights, 'settings.manage'] };
      case 'above by a group':
        return { permissions: ['staff.view'], groups: [this.groups.high] };
      case 'above and deactivated':
        return { permissions: ['store.manage'] };
      case 'a superuser':
      case 'a deactivated superuser':
        return { isSuperuser: true };
    }
  }
}

export async function addGroup(app: TestApp, name: string, permissions: StaffPermission[]): Promise<string> {
  return (await app.ask('superuser', 'groups.create', { name, description: '', permissions })).id;
}

/** A member as they are now. */
export function memberOf(app: TestApp, id: string): Promise<StaffMember> {
  return app.ask('superuser', 'staff.get', { id });
}

/** An account as it is now. */
export function accountOf(app: TestApp, id: string): Promise<Account> {
  return app.ask('superuser', 'accounts.get', { id });
}

/** What a form sends that changes this of an account and leaves the rest, with a reason for whatever asks for one. */
export async function accountForm(
  app: TestApp,
  id: string,
  change: Partial<InputOf<'accounts.update'>>,
): Promise<InputOf<'accounts.update'>> {
  return { ...accountFormOf(await accountOf(app, id)), onBehalf, ...change };
}

/** A group as it is now. */
export async function groupOf(app: TestApp, id: string): Promise<Group> {
  const { rows } = await app.ask('superuser', 'groups.list', {});
  const group = rows.find((one) => one.id === id);
  if (!group) throw new Error('There is no such group.');
  return group;
}

/** What a form sends that changes this of a member and leaves the rest. */
export async function staffForm(
  app: TestApp,
  id: string,
  change: Partial<InputOf<'staff.update'>>,
): Promise<InputOf<'staff.update'>> {
  const { version, email, givenName, familyName, phone, isSuperuser, groups, permissions } = await memberOf(app, id);
  const details = { email, givenName, familyName, phone, isSuperuser, permissions };
  return { id, version, ...details, groups: groups.map((group) => group.id), ...change };
}

/** The same for a group. */
export async function groupForm(
  app: TestApp,
  id: string,
  change: Partial<InputOf<'groups.update'>>,
): Promise<InputOf<'groups.update'>> {
  const { version, name, description, permissions } = await groupOf(app, id);
  return { id, version, name, description, permissions, ...change };
}
