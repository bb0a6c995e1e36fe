import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { shareTestOffice } from '../../support/shared-office';
import { openStoreFile } from '../../support/store-file';
import type { TestApp } from '../../support/test-app';
import { backAtDesk, passphrase, startTestOffice, superuser } from '../../support/test-office';
import { addAccount, addType, field, idOf, shown, typed, valuesBy } from './types-around';

const office = shareTestOffice();
beforeEach(() => backAtDesk(office.app, 'superuser', superuser));

async function typeWithProfile(app: TestApp) {
  const type = await addType(app, [field('Note'), field('Fax', { isRequired: true })]);
  const values = valuesBy(type, { Note: 'stays', Fax: '12' });
  const accountId = await addAccount(app);
  const profile = await app.ask('superuser', 'profiles.add', { accountId, typeId: type.id, values });
  const [note] = type.fields;
  const fax = idOf(type, 'Fax');
  return { type, profile, accountId, fax, without: { ...typed(type), fields: note ? [note] : [] } };
}

describe('a field that is taken out of its type', () => {
  test('has to be decided on', async () => {
    const { app } = office;
    const { fax, without, type } = await typeWithProfile(app);
    const undecided = { error: { code: 'REMOVED_VALUES_UNDECIDED', fields: { removed: {} } } };
    expect(await app.call('superuser', 'profiles.updateType', without)).toMatchObject(undecided);
    const twice = (['keep', 'delete'] as const).map((values) => ({ id: fax, values }));
    expect(await app.call('superuser', 'profiles.updateType', { ...without, removed: twice })).toMatchObject(undecided);
    const stray = { ...typed(type), removed: [{ id: fax, values: 'keep' as const }] };
    expect(await app.refusal('superuser', 'profiles.updateType', stray)).toBe('NOT_FOUND');
  });

  test('leaves its values to be read where they are kept, and is asked for no more', async () => {
    const { app } = office;
    const { profile, fax, without } = await typeWithProfile(app);
    const removed = [{ id: fax, values: 'keep' as const }];
    const after = await app.ask('superuser', 'profiles.updateType', { ...without, removed });
    expect(after.fields.map(({ label }) => label)).toEqual(['Note']);
    const { id, version } = profile;
    const values = valuesBy(after, { Note: 'changed' });
    const changed = await app.ask('superuser', 'profiles.update', { id, version, values });
    expect(shown(changed)).toEqual({ Note: 'changed', 'Fax (former)': '12' });
    const again = { id, version: changed.version, values: { [fax]: '13' } };
    expect(await app.refusal('superuser', 'profiles.update', again)).toBe('PROFILE_TYPE_CHANGED');
    // Its name is free for another field, and it cannot be brought back itself.
    const named = { ...typed(after), fields: [...after.fields, { ...field('Fax'), id: null }] };
    const renewed = await app.ask('superuser', 'profiles.updateType', named);
    expect(idOf(renewed, 'Fax')).not.toBe(fax);
    const back = { ...typed(renewed), fields: [...renewed.fields, { ...field('Old fax'), id: fax }] };
    expect(await app.refusal('superuser', 'profiles.updateType', back)).toBe('NOT_FOUND');
  });

  test('goes with its values where they are deleted, and at once where it has none', async () => {
    const { app, file } = office;
    const { profile, fax, without } = await typeWithProfile(app);
    const removed = [{ id: fax, values: 'delete' as const }];
    const after = await app.ask('superuser', 'profiles.updateType', { ...without, removed });
    const { id, version } = profile;
    expect(shown(await app.ask('superuser', 'profiles.update', { id, version, values: {} }))).toEqual({
      Note: 'stays',
    });
    const rows = () => file.rows('SELECT * FROM profile_field WHERE public_id = ?', fax);
    await expect.poll(rows).toEqual([]);

    const named = { ...typed(after), fields: [...after.fields, { ...field('Unused'), id: null }] };
    const unused = await app.ask('superuser', 'profiles.updateType', named);
    const kept = { ...typed(unused), fields: after.fields, removed: [{ id: idOf(unused, 'Unused'), values: 'keep' }] };
    await app.ask('superuser', 'profiles.updateType', kept as typeof named);
    const left = () => file.rows("SELECT * FROM profile_field WHERE label = 'Unused'");
    await expect.poll(left).toEqual([]);
  });
});

test('a removal that was stopped in the middle is invisible, and finished after the next start', async () => {
  const { app } = await startTestOffice();
  const { profile, fax } = await typeWithProfile(app);
  const file = await openStoreFile(app);
  // As a kill leaves it behind: the field is gone, its values are not.
  file.write('UPDATE profile_field SET is_removed = 1 WHERE public_id = ?', fax);
  const { id, version } = profile;
  expect(shown(await app.ask('superuser', 'profiles.update', { id, version, values: {} }))).toEqual({ Note: 'stays' });
  const { rows } = await app.ask('superuser', 'profiles.types', {});
  expect(rows.flatMap(({ fields }) => fields.map(({ label }) => label))).toEqual(['Note']);
  file.close();
  await app.restart();
  await app.ask('superuser', 'opening.openWithPassphrase', { passphrase });
  const reopened = await openStoreFile(app);
  const left = () => reopened.rows("SELECT f.id FROM profile_field f WHERE f.label = 'Fax'");
  await expect.poll(left, { timeout: 20_000 }).toEqual([]);
  expect(reopened.rows("SELECT * FROM profile_value WHERE value = '12'")).toEqual([]);
  reopened.close();
});

test('while many values are deleted, every other call has its turn', async () => {
  const { app } = await startTestOffice();
  const { type, accountId, fax, without } = await typeWithProfile(app);
  const file = await openStoreFile(app);
  const count = 20_000;
  const numbers = `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})`;
  file.write(
    `${numbers} INSERT INTO profile (public_id, version, account_id, type_id, created_at, updated_at)
     SELECT 'made-up-' || i, 1, a.id, t.id, 0, 0 FROM n, account a, profile_type t
     WHERE a.public_id = ? AND t.public_id = ?`,
    accountId,
    type.id,
  );
  file.write(
    `INSERT INTO profile_value SELECT f.id, p.id, 'x' FROM profile_field f JOIN profile p ON p.type_id = f.type_id
     WHERE f.public_id = ? AND p.public_id LIKE 'made-up-%'`,
    fax,
  );
  const left = () => file.rows<{ count: number }>("SELECT count(*) AS count FROM profile_value WHERE value = 'x'");
  const removed = [{ id: fax, values: 'delete' as const }];
  const after = await app.ask('superuser', 'profiles.updateType', { ...without, removed });
  const midway: number[] = [];
  for (let version = after.version; (left()[0]?.count ?? 0) > 0; version += 1) {
    // Writes wait for a slice at most, never for the end.
    await app.ask('superuser', 'profiles.updateType', { ...typed(after), version, name: `${type.name} ${version}` });
    midway.push(left()[0]?.count ?? 0);
    // Calls of a window come one by one; without it those of this test would leave nothing else a moment.
    await setImmediate();
  }
  expect(midway.length).toBeGreaterThan(3);
  expect(midway.find((one) => one > 0)).toBeLessThan(count);
  await expect.poll(() => file.rows('SELECT id FROM profile_field WHERE public_id = ?', fax)).toEqual([]);
  file.close();
});
