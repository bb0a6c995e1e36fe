import { beforeEach, describe, expect, test } from 'vitest';
import { shareTestOffice } from '../../support/shared-office';
import { addStaffAtWindow, backAtDesk, superuser } from '../../support/test-office';

const office = shareTestOffice();
beforeEach(() => backAtDesk(office.app, 'superuser', superuser));

interface Entry {
  readonly id: string;
  readonly version: number;
  readonly isArchived: boolean;
  readonly useCount: number;
  readonly name: string;
}

/** What both of them can do, so that each promise is made for both. */
const kinds = [
  {
    kind: 'category',
    field: 'name',
    list: async (): Promise<Entry[]> => (await office.app.ask('superuser', 'delegation.categories', {})).rows,
    create: (name: string) => office.app.call('superuser', 'delegation.createCategory', { name }),
    rename: ({ id, version }: Entry, name: string) =>
      office.app.call('superuser', 'delegation.renameCategory', { id, version, name }),
    setArchived: ({ id, version }: Entry, isArchived: boolean) =>
      office.app.call('superuser', 'delegation.setCategoryArchived', { id, version, isArchived }),
    order: (ids: string[]) => office.app.call('superuser', 'delegation.orderCategories', { ids }),
    remove: ({ id, version }: Entry) => office.app.call('superuser', 'delegation.deleteCategory', { id, version }),
    acts: ['category.added', 'category.changed', 'category.archived', 'category.unarchived', 'category.deleted'],
    ordered: 'categories.ordered',
  },
  {
    kind: 'delegate-permission',
    field: 'label',
    list: async (): Promise<Entry[]> => {
      const { rows } = await office.app.ask('superuser', 'delegation.permissions', {});
      return rows.map(({ label, ...row }) => ({ ...row, name: label }));
    },
    create: (label: string) =>
      office.app.call('superuser', 'delegation.createPermission', { label, group: 'Depot', explanation: '' }),
    rename: ({ id, version }: Entry, label: string) => {
      const details = { label, group: 'Depot', explanation: '' };
      return office.app.call('superuser', 'delegation.updatePermission', { id, version, ...details });
    },
    setArchived: ({ id, version }: Entry, isArchived: boolean) =>
      office.app.call('superuser', 'delegation.setPermissionArchived', { id, version, isArchived }),
    order: (ids: string[]) => office.app.call('superuser', 'delegation.orderPermissions', { ids }),
    remove: ({ id, version }: Entry) => office.app.call('superuser', 'delegation.deletePermission', { id, version }),
    acts: [
      'delegate-permission.added',
      'delegate-permission.changed',
      'delegate-permission.archived',
      'delegate-permission.unarchived',
      'delegate-permission.deleted',
    ],
    ordered: 'delegate-permissions.ordered',
  },
] as const;

const kept = ['refused_call'];

describe.each(kinds)('a $kind', ({ field, list, create, rename, setArchived, order, remove, acts, ordered }) => {
  let added = 0;

  async function entry(typed?: string): Promise<Entry> {
    added += 1;
    const name = typed ?? `Entry ${added}`;
    expect(await create(name)).toMatchObject({ ok: true });
    return now(name);
  }

  async function now(name: string): Promise<Entry> {
    const found = (await list()).find((one) => one.name === name);
    if (!found) throw new Error(`There is none called ${name}.`);
    return found;
  }

  test('is added at the end, unused', async () => {
    await entry();
    const last = await entry();
    expect((await list()).at(-1)).toEqual(last);
    expect(last).toMatchObject({ version: 1, isArchived: false, useCount: 0 });
  });

  test('is called like no other, without regard to case and accents, archived ones included', async () => {
    const archived = await entry('Bookkéeping');
    await setArchived(archived, true);
    const other = await entry();
    const before = office.file.dump(kept);
    const taken = { ok: false, error: { code: 'NAME_TAKEN', fields: { [field]: { code: 'NAME_TAKEN' } } } };
    expect(await create('BOOKKEEPING')).toMatchObject(taken);
    expect(await rename(other, 'bookkeeping')).toMatchObject(taken);
    expect(office.file.dump(kept)).toEqual(before);
    expect(await rename(await now('Bookkéeping'), 'BOOKKEEPING')).toMatchObject({ ok: true });
  });

  test('is renamed, archived, taken back out and deleted, and each of it is recorded', async () => {
    const before = await entry();
    const name = `${before.name} renamed`;
    await rename(before, name);
    await setArchived(await now(name), true);
    // Said twice, it is done once.
    await setArchived(await now(name), true);
    await setArchived(await now(name), false);
    const { version } = await now(name);
    expect(version).toBe(4);
    expect(await remove(await now(name))).toMatchObject({ ok: true });
    expect((await list()).map((one) => one.name)).not.toContain(name);
    const { rows } = await office.app.ask('superuser', 'activity.list', {});
    expect(rows.slice(0, 5).map(({ act }) => act)).toEqual([...acts].reverse());
    expect(rows[3]?.changes).toEqual([{ field, before: before.name, after: name }]);
    expect(rows[0]?.subject).toMatchObject({ label: name, person: null });
  });

  test('is changed by the first of two who have it open', async () => {
    const stale = await entry();
    await rename(stale, `${stale.name} renamed`);
    const before = office.file.dump(kept);
    for (const act of [rename(stale, 'Later'), setArchived(stale, true), remove(stale)]) {
      expect(await act).toMatchObject({ ok: false, error: { code: 'STALE_VERSION' } });
    }
    expect(office.file.dump(kept)).toEqual(before);
  });

  test('that is no more says so', async () => {
    const gone = await entry();
    await remove(gone);
    for (const act of [rename(gone, 'Later'), setArchived(gone, true), remove(gone)]) {
      expect(await act).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    }
  });

  test('keeps its place, and its version, when all are put in order', async () => {
    await entry();
    const before = await list();
    const backwards = [...before].reverse();
    expect(await order(backwards.map(({ id }) => id))).toMatchObject({ ok: true });
    expect(await list()).toEqual(backwards);
    const { rows } = await office.app.ask('superuser', 'activity.list', {});
    const names = (entries: readonly Entry[]) => entries.map(({ name }) => name);
    expect(rows[0]).toMatchObject({
      act: ordered,
      subject: { kind: 'office', label: 'Northgate Office' },
      changes: [{ before: names(before), after: names(backwards) }],
    });
    await order(backwards.map(({ id }) => id));
    expect((await office.app.ask('superuser', 'activity.list', {})).rows[0]?.number).toBe(rows[0]?.number);
  });

  test.each([
    { ids: 'one missing', change: (ids: string[]) => ids.slice(1) },
    { ids: 'one twice', change: (ids: string[]) => [...ids.slice(1), ids.at(-1) ?? ''] },
    { ids: 'one too many', change: (ids: string[]) => [...ids, ids[0] ?? ''] },
    { ids: 'one that is unknown', change: (ids: string[]) => [...ids.slice(1), 'A'.repeat(22)] },
  ])('is not put in order with $ids', async ({ change }) => {
    await entry();
    await entry();
    const ids = (await list()).map(({ id }) => id);
    expect(await order(change(ids))).toMatchObject({ ok: false, error: { code: 'ORDER_OUT_OF_DATE' } });
    expect((await list()).map(({ id }) => id)).toEqual(ids);
  });
});

test('a permission is not called like one that Steward knows', async () => {
  const details = { label: 'VIEW PROFILES', group: 'Depot', explanation: '' };
  expect(await office.app.refusal('superuser', 'delegation.createPermission', details)).toBe('NAME_TAKEN');
});

test('the choices have everything in the office’s order, those Steward knows first', async () => {
  const { app } = office;
  const { categories, permissions } = await app.ask('superuser', 'delegation.choices', {});
  expect(categories.map(({ id }) => id)).toEqual(
    (await app.ask('superuser', 'delegation.categories', {})).rows.map(({ id }) => id),
  );
  expect(permissions[0]).toMatchObject({ permission: 'profiles.view', mayGive: true, isArchived: false });
  const own = (await app.ask('superuser', 'delegation.permissions', {})).rows.map(({ id }) => id);
  expect(permissions.slice(-own.length).map(({ permission }) => permission)).toEqual(own);
});

test('who may view users may read the choices, and nothing more of it', async () => {
  const { app } = office;
  await addStaffAtWindow(app, 'viewer', ['accounts.view', 'accounts.manage']);
  expect(await app.call('viewer', 'delegation.choices', {})).toMatchObject({ ok: true });
  expect(await app.refusal('viewer', 'delegation.categories', {})).toBe('NOT_ALLOWED');
  expect(await app.refusal('viewer', 'delegation.createCategory', { name: 'Sneaked in' })).toBe('NOT_ALLOWED');
});
