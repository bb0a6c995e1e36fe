import { expect, test } from 'vitest';
import { shareTestOffice } from '../../support/shared-office';
import { addAccount, trashAccount } from '../../support/test-office';

const ids: Record<string, string> = {};

const office = shareTestOffice(async ({ app }) => {
  const add = async (key: string, givenName: string, familyName: string, phone: string) => {
    const { account } = await addAccount(app, key, { givenName, familyName, phone });
    ids[key] = account.id;
    return account;
  };
  await add('both', 'Jürgen', 'Müller', '+49 (170) 123-456-7');
  await add('name', 'JURGEN', 'Muller', '030 1');
  await add('phone', 'Ana', 'Silva', '0170 1234567');
  await add('other', 'Jürgen', 'Schmidt', '0170 7654321');
  await trashAccount(app, await add('trashed', 'Jürgen', 'Müller', '0170 1234567'));
});

type Typed = { givenName?: string; familyName?: string; phone?: string; exceptId?: string };

async function found(typed: Typed): Promise<(readonly [string | undefined, string])[]> {
  const input = { givenName: '', familyName: '', phone: '', ...typed };
  const { rows } = await office.app.ask('superuser', 'accounts.duplicates', input);
  const keyOf = (id: string) => Object.entries(ids).find(([, known]) => known === id)?.[0];
  return rows.map(({ id, reasons }) => [keyOf(id), reasons.join(' and ')] as const);
}

test('who has the same name, whatever its case and accents, or the same phone, however it is written', async () => {
  expect(await found({ givenName: 'jurgen', familyName: 'MÜLLER', phone: '00 49 170 1234567' })).toEqual([
    ['both', 'name and phone'],
    ['phone', 'phone'],
    ['name', 'name'],
  ]);
  expect(await found({ phone: '(0170) 12 34 567' })).toEqual([
    ['phone', 'phone'],
    ['both', 'phone'],
  ]);
});

test.each<Typed>([
  {},
  { givenName: 'Jürgen' },
  { familyName: 'Müller' },
  { givenName: 'Müller', familyName: 'Jürgen' },
  { phone: '34567' },
  { phone: 'no phone at all' },
  { givenName: '%', familyName: '%', phone: '%' },
])('nobody for %j', async (typed) => {
  expect(await found(typed)).toEqual([]);
});

test('the account that is being changed is no duplicate of itself', async () => {
  expect(await found({ givenName: 'Jürgen', familyName: 'Müller', exceptId: ids.both })).toEqual([['name', 'name']]);
});

test('ten at most, those with more in common first', async () => {
  const { app, file } = office;
  for (let index = 0; index < 12; index += 1) {
    await addAccount(app, `common${index}`, { givenName: 'Maria', familyName: 'Common' });
  }
  const [first] = file.rows<{ id: string }>("SELECT public_id AS id FROM account WHERE email = 'common0@example.com'");
  file.write("UPDATE account SET phone = '5550123', phone_digits = '5550123' WHERE public_id = ?", first?.id ?? '');
  const typed = { givenName: 'Maria', familyName: 'Common', phone: '555 0123' };
  const { rows } = await app.ask('superuser', 'accounts.duplicates', typed);
  expect(rows).toHaveLength(10);
  expect(rows[0]).toMatchObject({ id: first?.id, reasons: ['name', 'phone'] });
});
