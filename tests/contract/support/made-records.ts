import type { Account } from '../../../src-shared/contract/accounts';
import type { StaffMember } from '../../../src-shared/contract/staff';
import { newAccount, newStaff, onBehalf } from '../../support/test-office';
import { type EveryState, everybodysPassword } from './every-state';

let madeNames = 0;

/** Tells apart what the tests add to one office. */
export function newName(): string {
  madeNames += 1;
  return `added${madeNames}`;
}

const people = new WeakMap<EveryState, string>();

/** Always the same person of an office, as they are now: adding one hashes a password. */
export async function somebody(states: EveryState): Promise<StaffMember> {
  const known = people.get(states);
  if (known) return states.open.ask('full', 'staff.get', { id: known });
  const typed = { ...newStaff(newName()), password: everybodysPassword };
  const member = await states.open.ask('full', 'staff.create', typed);
  people.set(states, member.id);
  return member;
}

export async function someGroup(states: EveryState) {
  const description = 'Added by a test';
  return states.open.ask('full', 'groups.create', { name: newName(), description, permissions: ['staff.view'] });
}

export async function chosen(states: EveryState) {
  const { id, version } = await somebody(states);
  return { place: 'full', input: { id, version } } as const;
}

const holders = new WeakMap<EveryState, string>();

/** Always the same account holder of an office, as they are now and out of the trash, until they are purged. */
export async function someAccount(states: EveryState): Promise<Account> {
  const { open } = states;
  const known = await open.call('full', 'accounts.get', { id: holders.get(states) ?? 'A'.repeat(22) });
  if (known.ok) {
    const { id, version, status } = known.data;
    return status === 'trash' ? open.ask('full', 'accounts.restore', { id, version }) : known.data;
  }
  const typed = { ...newAccount(newName()), password: everybodysPassword, phone: '0170 1234567' };
  const account = await open.ask('full', 'accounts.create', typed);
  holders.set(states, account.id);
  return account;
}

export async function chosenAccount(states: EveryState) {
  const { id, version } = await someAccount(states);
  return { place: 'full', input: { id, version, onBehalf } } as const;
}

export async function chosenInTrash(states: EveryState): Promise<Account> {
  const { input } = await chosenAccount(states);
  return states.open.ask('full', 'accounts.delete', input);
}

/** Another one each time, which nothing is said about but what is needed. */
export async function someType({ open }: EveryState) {
  const field = { label: 'Note', kind: 'text', isRequired: false, choices: [] } as const;
  const tier = { label: 'Tier', kind: 'choice', isRequired: true, choices: ['Gold', 'Silver'] } as const;
  const fields = [field, tier].map((one) => ({ ...one, choices: [...one.choices] }));
  return open.ask('full', 'profiles.createType', { name: newName(), color: 'teal', fields });
}

/** A type with right values for its fields. */
export async function filledType(states: EveryState) {
  const { id: typeId, fields } = await someType(states);
  const values = Object.fromEntries(fields.map(({ id, kind }) => [id, kind === 'choice' ? 'Gold' : 'A note']));
  return { typeId, values };
}

export async function newProfile(states: EveryState, accountId?: string) {
  return { accountId: accountId ?? (await someAccount(states)).id, ...(await filledType(states)) };
}

export async function someProfile(states: EveryState, accountId?: string) {
  const input = await newProfile(states, accountId);
  const { id, version } = await states.open.ask('full', 'profiles.add', input);
  return { id, version, values: input.values };
}
