import { expect, test } from 'vitest';
import type { Profile, ProfileField } from '../../../src-shared/contract/profiles';
import { type SharedOffice, shareTestOffice } from '../../support/shared-office';
import { addDelegateAtWindow, addHolder } from './my-account-people';

interface Prepared {
  readonly fields: readonly ProfileField[];
  readonly typeId: string;
  readonly foreign: Profile;
}
const prepared: { known?: Prepared } = {};
const office = shareTestOffice(prepare);

async function prepare(shared: SharedOffice): Promise<void> {
  const { app } = shared;
  const holder = await addHolder(shared, 'holder');
  const other = await addHolder(shared, 'other');
  await addDelegateAtWindow(shared, holder, 'editor', ['profiles.edit']);
  await addDelegateAtWindow(shared, holder, 'viewer', ['profiles.view']);
  await addDelegateAtWindow(shared, other, 'foreigner', ['profiles.edit']);
  const { id: typeId, fields } = await app.ask('superuser', 'profiles.createType', {
    name: 'Seller',
    color: 'teal',
    fields: [
      { label: 'Shop', kind: 'text', isRequired: true, choices: [] },
      { label: 'Tier', kind: 'choice', isRequired: false, choices: ['Gold', 'Silver'] },
    ],
  });
  const values = { [fields[0]?.id ?? '']: 'First shop' };
  await app.ask('superuser', 'profiles.add', { accountId: holder.id, typeId, values });
  const foreign = await app.ask('superuser', 'profiles.add', { accountId: other.id, typeId, values });
  prepared.known = { fields, typeId, foreign };
}

function known(): Prepared {
  if (!prepared.known) throw new Error('It is there while tests run.');
  return prepared.known;
}

async function ownProfile(window = 'holder') {
  const [profile] = (await office.app.ask(window, 'myAccount.profiles', {})).rows;
  if (!profile) throw new Error('There is a profile.');
  return profile;
}

const shop = () => known().fields[0]?.id ?? '';
const tier = () => known().fields[1]?.id ?? '';

test.each(['holder', 'editor', 'viewer'])('%s sees the profiles with the fields of their types', async (window) => {
  expect(await ownProfile(window)).toMatchObject({
    type: { name: 'Seller', color: 'teal' },
    values: [
      { fieldId: shop(), label: 'Shop' },
      { fieldId: tier(), label: 'Tier' },
    ],
    fields: known().fields,
  });
});

test.each([
  ['holder', { actor: { name: 'holder Okafor', actsFor: null }, onBehalfOf: null }],
  ['editor', { actor: { name: 'editor Vertreter' }, onBehalfOf: { name: 'holder Okafor' } }],
])('%s changes them, and it is recorded who did', async (window, by) => {
  const { app } = office;
  const { id, version, values } = await ownProfile();
  const before = values[0]?.value;
  const changed = await app.ask(window, 'myAccount.updateProfile', {
    id,
    version,
    values: { [shop()]: `Shop of ${window}` },
  });
  expect(changed).toMatchObject({ version: version + 1, values: [{ value: `Shop of ${window}` }, { value: null }] });
  const [entry] = (await app.ask('superuser', 'activity.list', {})).rows;
  expect(entry).toMatchObject({
    ...by,
    act: 'profile.changed',
    subject: { kind: 'account', person: { name: 'holder Okafor' } },
    reason: null,
    changes: [{ field: 'Shop', before, after: `Shop of ${window}` }],
  });
});

test('the rules of values are those of the office', async () => {
  const { app } = office;
  const { id, version } = await ownProfile();
  const refusedBy = async (values: Record<string, string | number>) => {
    const answer = await app.call('editor', 'myAccount.updateProfile', { id, version, values });
    return answer.ok ? null : Object.entries(answer.error.fields ?? {}).map(([field, { code }]) => [field, code]);
  };
  expect(await refusedBy({ [shop()]: ' ' })).toEqual([[`values.${shop()}`, 'FIELD_REQUIRED']]);
  expect(await refusedBy({ [tier()]: 'Bronze' })).toEqual([[`values.${tier()}`, 'FIELD_UNKNOWN']]);
  expect(await refusedBy({ [shop()]: 7 })).toEqual([[`values.${shop()}`, 'FIELD_INVALID']]);
  expect(await refusedBy({ ['A'.repeat(22)]: 'x' })).toEqual([[`values.${'A'.repeat(22)}`, 'PROFILE_TYPE_CHANGED']]);
});

test('of two who change the same profile the second is told so, and nothing is overwritten', async () => {
  const { app } = office;
  const { id, version } = await ownProfile();
  await app.ask('holder', 'myAccount.updateProfile', { id, version, values: { [tier()]: 'Gold' } });
  const stale = { id, version, values: { [tier()]: 'Silver' } };
  expect(await app.refusal('editor', 'myAccount.updateProfile', stale)).toBe('STALE_VERSION');
  expect((await ownProfile()).values[1]?.value).toBe('Gold');
});

test('nobody sees or changes a profile of another account, whoever they are', async () => {
  const { app } = office;
  const { id, version } = known().foreign;
  const values = { [shop()]: 'Taken over' };
  for (const window of ['holder', 'editor', 'superuser']) {
    expect(await app.refusal(window, 'myAccount.updateProfile', { id, version, values })).toBe('NOT_FOUND');
  }
  expect((await ownProfile('foreigner')).id).toBe(id);
  expect((await ownProfile('foreigner')).values[0]?.value).toBe('First shop');
  expect(await app.refusal('viewer', 'myAccount.updateProfile', { id, version, values })).toBe('NOT_ALLOWED');
});

test('an account without profiles has an empty list', async () => {
  await addHolder(office, 'profileless');
  expect((await office.app.ask('profileless', 'myAccount.profiles', {})).rows).toEqual([]);
});
