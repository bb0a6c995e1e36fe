import { beforeAll, expect, test } from 'vitest';
import type { InputOf } from '../../../src-shared/contract';
import { shareTestOffice } from '../../support/shared-office';
import { addStaff } from '../../support/test-office';

const office = shareTestOffice(async ({ app }) => {
  await addStaff(app, 'anna');
  await addStaff(app, 'anna.berg', { givenName: 'Änna' });
});

let anna = '';
beforeAll(async () => {
  const { app } = office;
  const person = async (search: string) => (await app.ask('superuser', 'activity.people', { search })).rows;
  anna = (await person('anna@')).at(0)?.id ?? '';
  // 120 changes of groups, and 70 of one person among them.
  for (let number = 0; number < 120; number += 1) {
    await app.ask('superuser', 'groups.create', { name: `Group ${number}`, description: '', permissions: [] });
    if (number < 70) await changePhone(String(number));
  }
});

async function changePhone(phone: string): Promise<void> {
  const { app } = office;
  const { id, version, email, givenName, familyName, isSuperuser, permissions } = await app.ask(
    'superuser',
    'staff.get',
    {
      id: anna,
    },
  );
  const form = { id, version, email, givenName, familyName, phone, isSuperuser, groups: [], permissions };
  await app.ask('superuser', 'staff.update', form);
}

async function numbersThereAndBack(filter: InputOf<'activity.list'>): Promise<{ there: number[]; back: number[] }> {
  const { app } = office;
  const there: number[] = [];
  let page = await app.ask('superuser', 'activity.list', filter);
  expect(page.previous).toBeNull();
  for (;;) {
    expect(page.rows.length).toBeLessThanOrEqual(50);
    there.push(...page.rows.map((row) => row.number));
    if (page.next === null) break;
    page = await app.ask('superuser', 'activity.list', { ...filter, cursor: page.next });
  }
  const back: number[] = [];
  for (;;) {
    back.unshift(...page.rows.map((row) => row.number));
    if (page.previous === null) break;
    page = await app.ask('superuser', 'activity.list', { ...filter, cursor: page.previous });
  }
  return { there, back };
}

function numbersInStore(where: string, ...params: string[]): number[] {
  const sql = `SELECT id FROM activity WHERE ${where} ORDER BY id DESC`;
  return office.file.rows<{ id: number }>(sql, ...params).map(({ id }) => id);
}

const ofAnna = `id IN (SELECT activity_id FROM activity_person p JOIN account a ON a.id = p.account_id
                       WHERE a.email = 'anna@example.com')`;

test.each([
  { what: 'everything', filter: () => ({}), where: '1' },
  { what: 'one act', filter: () => ({ act: 'group.added' as const }), where: "act = 'group.added'" },
  { what: 'one person', filter: () => ({ personId: anna }), where: ofAnna },
  {
    what: 'one act by or about one person',
    filter: () => ({ personId: anna, act: 'staff.changed' as const }),
    where: `act = 'staff.changed' AND ${ofAnna}`,
  },
])('pages of $what follow each other without gaps or repeats, in both directions', async ({ filter, where }) => {
  const all = numbersInStore(where);
  expect(all.length).toBeGreaterThan(50);
  const { there, back } = await numbersThereAndBack(filter());
  expect(there).toEqual(all);
  expect(back).toEqual(all);
});

test('what is recorded meanwhile comes before the first page, and shifts nothing', async () => {
  const { app } = office;
  const first = await app.ask('superuser', 'activity.list', {});
  const last = first.rows.at(-1)?.number ?? 0;
  for (const phone of ['1', '2', '3']) await changePhone(phone);
  const second = await app.ask('superuser', 'activity.list', { cursor: first.next ?? '' });
  expect(second.rows[0]?.number).toBe(last - 1);
  const again = await app.ask('superuser', 'activity.list', { cursor: second.previous ?? '' });
  expect(again.rows.map((row) => row.number)).toEqual(first.rows.map((row) => row.number));
  const newest = await app.ask('superuser', 'activity.list', { cursor: again.previous ?? '' });
  expect(newest.rows).toHaveLength(3);
});

test('people are found by any part of name or e-mail, without regard to case and accents', async () => {
  const { app } = office;
  const find = async (search: string) =>
    (await app.ask('superuser', 'activity.people', { search })).rows.map(({ email }) => email).sort();
  expect(await find('ANNA')).toEqual(['anna.berg@example.com', 'anna@example.com']);
  expect(await find('änna ok')).toEqual(['anna.berg@example.com', 'anna@example.com']);
  expect(await find('anna.b')).toEqual(['anna.berg@example.com']);
  expect(await find('%')).toEqual([]);
  expect((await find('')).length).toBe(3);
});

test('somebody nobody knows, and a place that is not ours, are refused', async () => {
  const { app } = office;
  expect(await app.refusal('superuser', 'activity.list', { personId: 'A'.repeat(22) })).toBe('NOT_FOUND');
  const cursors = [
    'x',
    Buffer.from('{}').toString('base64url'),
    Buffer.from('{"direction":"up","id":1}').toString('base64url'),
  ];
  for (const cursor of cursors) {
    for (const name of ['activity.list', 'activity.refusedCalls', 'staff.list'] as const) {
      const answer = await app.call('superuser', name, { cursor });
      expect(answer).toMatchObject({ error: { code: 'INPUT_INVALID', fields: { cursor: { code: 'FIELD_INVALID' } } } });
    }
  }
});
