import { describe, expect, test } from 'vitest';
import { shareTestOffice } from '../../support/shared-office';
import { addAccount, trashAccount } from '../../support/test-office';

const ids = new Map<string, string>();

const office = shareTestOffice(async ({ app }) => {
  const people: readonly (readonly [given: string, family: string, email: string, phone: string])[] = [
    ['Jürgen', 'Müller', 'jm@first.example', '+49 (170) 123-45'],
    ['Anna', "O'Sullivan", 'anna.osullivan@two.example', '020 7946 0018 ext. 12'],
    ['明', '李', 'lm@three.example', '+86 138 0013 8000'],
    ['陽菜', '佐藤', 'hina@four.example', '090-1234-5678'],
    ['민준', '김', 'mj@five.example', ''],
    ['Anders', 'Straße', 'a+b_c%d@six.example', '01 23 45 67 89'],
    ['فاطمة', 'حسن', 'fh@seven.example', '٠١٠ ٢٣٤ ٥٦٧٨'],
    ['Олена', 'Їжак', 'oy@eight.example', ''],
    ['Σίσυφος', 'Παπαδόπουλος', 'sp@nine.example', ''],
    ['Thị Hương', 'Nguyễn', 'huong@ten.example', ''],
    ['प्रिया', 'शर्मा', 'ps@eleven.example', ''],
    ['AND', 'Near', 'not@twelve.example', ''],
    ['Name:"Quoted" (x)', 'Star*', 'quoted@thirteen.example', ''],
    ['😀😀😀', 'Emoji', 'e@fourteen.example', ''],
  ];
  for (const [givenName, familyName, email, phone] of people) {
    const { account } = await addAccount(app, email, { email, givenName, familyName, phone });
    ids.set(account.id, familyName);
  }
  const { account } = await addAccount(app, 'gone', { givenName: 'Jürgen', familyName: 'Müller', phone: '17012' });
  await trashAccount(app, account);
  ids.set(account.id, 'in the trash');
});

async function found(search: string, filter: { status?: 'trash' } = {}): Promise<string[]> {
  const { rows } = await office.app.ask('superuser', 'accounts.list', { search, ...filter });
  const { total } = await office.app.ask('superuser', 'accounts.total', { search, ...filter });
  expect(total).toBe(rows.length);
  return rows.map(({ id }) => ids.get(id) ?? 'the superuser').sort();
}

describe('is found', () => {
  test.each([
    // Whatever the case and the accents, in any order, and by any part.
    ['muller', ['Müller']],
    ['MÜLLER', ['Müller']],
    ['jurgen muller', ['Müller']],
    ['Müller, Jürgen', ['Müller']],
    ['ülle ürge', ['Müller']],
    ['strasse', ['Straße']],
    ['STRASSE anders', ['Straße']],
    ['nguyen huong', ['Nguyễn']],
    ['παπαδοπουλοσ', ['Παπαδόπουλος']],
    ['ΠΑΠΑΔΌΠΟΥΛΟΣ', ['Παπαδόπουλος']],
    ['олена', ['Їжак']],
    // By e-mail, with what else is in one.
    ['@two.example', ["O'Sullivan"]],
    ['anna.osull', ["O'Sullivan"]],
    ['b_c%d', ['Straße']],
    // A phone by its digits, across what stands between them and without the country's code.
    ['17012', ['Müller']],
    ['+49 (170) 123-45', ['Müller']],
    ['0170 12345', ['Müller']],
    ['(170)', ['Müller']],
    ['123-45', ['Müller', 'Straße', '佐藤']],
    ['02079460018', ["O'Sullivan"]],
    ['+44 20 7946', []],
    ['20 7946 0018', ["O'Sullivan"]],
    ['01 23 45 67 89', ['Straße']],
    ['010 2345678', ['حسن']],
    ['٢٣٤٥٦٧٨', ['Straße', 'حسن', '佐藤']],
    ['138 8000', ['李']],
    // One and two letters at the beginning of a word.
    ['o', ["O'Sullivan", 'Їжак', 'the superuser']],
    ["o'", ["O'Sullivan", 'Їжак', 'the superuser']],
    ['李', ['李']],
    ['明', ['李']],
    ['李明', ['李']],
    ['佐藤', ['佐藤']],
    ['陽菜', ['佐藤']],
    ['佐藤陽菜', ['佐藤']],
    ['김민준', ['김']],
    ['شر', []],
    ['حس', ['حسن']],
    ['शर्मा', ['शर्मा']],
    ['शर', ['शर्मा']],
    ['mü jü', ['Müller']],
    ['müller j', ['Müller']],
    ['müller x', []],
    ['😀😀😀', ['Emoji']],
  ])('%s', async (typed, names) => {
    expect(await found(typed)).toEqual([...names].sort());
  });
});

describe('is only text, whatever it means to a search engine', () => {
  test.each([
    ['AND', ['Near', 'Straße']],
    ['muller AND jurgen', []],
    ['muller OR anna', []],
    ['NOT muller', []],
    ['NEAR(muller jurgen)', []],
    ['near', ['Near']],
    ['and near', ['Near']],
    ['"muller"', ['Müller']],
    ['muller*', ['Müller']],
    ['"muller', ['Müller']],
    ['(muller)', ['Müller']],
    ['star*', ['Star*']],
    ['name:"quoted"', ['Star*']],
    ['name:muller', []],
    ['search_text : muller', []],
    ['-muller', []],
    ['^muller', []],
    ['muller + jurgen', ['Müller']],
    ['{muller jurgen}', ['Müller']],
    ['"', []],
    ['""', []],
    ['*', []],
    ['**** ((((', []],
    ["' OR 1=1 --", []],
    ['%', []],
    ['___', []],
    ['\\', []],
    ['\u{1F469}\u200D\u{1F4BB}', []],
  ])('%s', async (typed, names) => {
    expect(await found(typed)).toEqual([...names].sort());
  });
});

test('nothing typed finds everybody who is not in the trash', async () => {
  const everybody = await found('');
  expect(everybody).toHaveLength(15);
  expect(everybody).not.toContain('in the trash');
  expect(await found('   ')).toEqual(everybody);
});

test('who is in the trash is found there and nowhere else', async () => {
  expect(await found('muller', { status: 'trash' })).toEqual(['in the trash']);
  expect(await found('17012', { status: 'trash' })).toEqual(['in the trash']);
  expect(await found('mü', { status: 'trash' })).toEqual(['in the trash']);
  expect(await found('nguyen', { status: 'trash' })).toEqual([]);
});

test('a text of 200 characters is looked for, one of more is refused in its field', async () => {
  const { app } = office;
  expect(await found('muller '.repeat(28).trim())).toEqual(['Müller']);
  expect(await found('x'.repeat(200))).toEqual([]);
  const answer = await app.send('superuser', 'accounts.list', { search: 'x'.repeat(1_000) });
  expect(answer).toMatchObject({ ok: false, error: { fields: { search: { code: 'FIELD_TOO_LONG' } } } });
});

test('whoever is renamed is found by the new name at once, and no more by the old one', async () => {
  const { app } = office;
  const { account } = await addAccount(app, 'renamed', { givenName: 'Before', familyName: 'Quokka' });
  ids.set(account.id, 'renamed');
  expect(await found('quokka')).toEqual(['renamed']);
  const { id, version, email, phone, notes, isActive, isStaff, isSuperuser } = account;
  const form = { id, version, email, phone, notes, isActive, isStaff, isSuperuser, groups: [], permissions: [] };
  await app.ask('superuser', 'accounts.update', { ...form, givenName: 'After', familyName: 'Wombat' });
  expect(await found('quokka')).toEqual([]);
  expect(await found('wombat after')).toEqual(['renamed']);
});
