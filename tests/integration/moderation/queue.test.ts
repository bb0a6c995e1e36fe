import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { days, minutes, seconds } from '../../support/manual-clock';
import { addSeededSignUps } from '../../support/seeded-sign-ups';
import { shareTestOffice } from '../../support/shared-office';
import {
  addModerators,
  addTypeWithCompany,
  approve,
  asItIs,
  companyOf,
  holdBack,
  look,
  register,
  reject,
  requestChanges,
  type SignedUp,
  said,
  setModeration,
} from '../../support/sign-ups';
import { addStaffAtWindow, backAtDesk, superuser, trashAccount } from '../../support/test-office';

const office = shareTestOffice();
let moderators: Awaited<ReturnType<typeof addModerators>>;
beforeAll(async () => {
  moderators = await addModerators(office.app);
  await setModeration(office.app, { isRegistrationOpen: true, claimMinutes: 5, reminderDays: 4 });
});
beforeEach(async () => {
  office.app.clock.advance(minutes(20));
  await atDesks();
});

async function atDesks(): Promise<void> {
  await backAtDesk(office.app, 'superuser', superuser);
  await backAtDesk(office.app, 'mara', moderators.mara.credentials);
  await backAtDesk(office.app, 'theo', moderators.theo.credentials);
}

type Asked = Parameters<typeof office.app.ask<'moderation.queue'>>[2];

/** Whose sign-ups are on the first page, by their given names; of all the tests of this file only those of `people`. */
async function shown(asked: Asked, people: readonly SignedUp[]): Promise<string[]> {
  const { rows } = await office.app.ask('mara', 'moderation.queue', asked);
  const wanted = new Set(people.map(({ caseId }) => caseId));
  return rows.filter(({ id }) => wanted.has(id)).map(({ givenName }) => givenName);
}

async function total(asked: Asked): Promise<number | null> {
  return (await office.app.ask('mara', 'moderation.total', asked)).total;
}

test('who waits longest comes first; what is decided, the newest; the other way round where that is asked for', async () => {
  const people = [];
  for (const name of ['Anna', 'Bert', 'Cleo']) people.push(await holdBack(office.app, name));
  for (const [index, since] of [2, 1, 3].entries()) {
    office.file.write('UPDATE sign_up_case SET since = ? WHERE public_id = ?', since, people[index]?.caseId ?? '');
  }
  expect(await shown({ tab: 'waiting' }, people)).toEqual(['Bert', 'Anna', 'Cleo']);
  expect(await shown({ tab: 'waiting', isReversed: true }, people)).toEqual(['Cleo', 'Anna', 'Bert']);
  for (const who of people) {
    await approve(office.app, 'mara', who);
    office.app.clock.advance(seconds(1));
  }
  expect(await shown({ tab: 'decided' }, people)).toEqual(['Cleo', 'Bert', 'Anna']);
  expect(await shown({ tab: 'decided', isReversed: true }, people)).toEqual(['Anna', 'Bert', 'Cleo']);
  expect(await shown({ tab: 'waiting' }, people)).toEqual([]);
});

test('each state has its part of the queue, and the counts follow', async () => {
  const counts = () => office.app.ask('theo', 'moderation.counts', {});
  const before = await counts();
  const waiting = await holdBack(office.app, 'Wanda');
  const parked = await holdBack(office.app, 'Paul');
  const sentBack = await holdBack(office.app, 'Sara');
  const rejected = await holdBack(office.app, 'Rita');
  const trashed = await holdBack(office.app, 'Tara');
  await atDesks();
  const { now } = { now: office.app.clock.now() };
  await office.app.ask('mara', 'moderation.park', {
    ...(await asItIs(office.app, 'mara', parked)),
    ...{ until: now + days(2), internalReason: '' },
  });
  await requestChanges(office.app, 'mara', sentBack);
  await reject(office.app, 'mara', rejected);
  await trashAccount(office.app, await office.app.ask('superuser', 'accounts.get', { id: trashed.accountId }));
  const everybody = [waiting, parked, sentBack, rejected, trashed];
  for (const [tab, names] of [
    ['waiting', ['Wanda']],
    ['parked', ['Paul']],
    ['changes-requested', ['Sara']],
    ['decided', ['Rita']],
    ['appeals', []],
  ] as const) {
    expect([tab, await shown({ tab, isReversed: tab === 'waiting' }, everybody)]).toEqual([tab, names]);
  }
  const more = { waiting: 1, parked: 1, changesRequested: 1, decided: 1, appeals: 0 };
  const after = Object.fromEntries(
    Object.entries(before).map(([name, count]) => [name, count + (more[name as keyof typeof more] ?? 0)]),
  );
  expect(await counts()).toEqual({ ...after, reminderAge: days(4) });
  // The time of being parked is over: it waits again as soon as anybody looks, wherever.
  office.app.clock.advance(days(2));
  await atDesks();
  expect((await counts()).parked).toBe(before.parked);
  expect(await shown({ tab: 'waiting', isReversed: true }, [parked])).toEqual(['Paul']);
});

describe('filters', () => {
  test('by profile type, domain, age, duplicates and decision, alone and together', async () => {
    const type = await addTypeWithCompany(office.app, 'Trader');
    const tom = await register(office.app, 'Tom', { ...companyOf(type, 'Tom Ltd'), email: 'tom@trade.example' });
    const tina = await register(office.app, 'Tina', { ...companyOf(type, 'Tina Ltd'), phone: '020 7946 0999' });
    const other = await addTypeWithCompany(office.app, 'Maker');
    const twin = await register(office.app, 'Toni', {
      ...{ ...companyOf(other, 'Toni Ltd'), email: 'toni@Trade.Example', phone: '020 7946 0999' },
    });
    const people = [tom, tina, twin];
    office.file.write('UPDATE sign_up_case SET since = since - ? WHERE public_id = ?', days(9), tom.caseId);
    await atDesks();
    const now = office.app.clock.now();
    const waiting = { tab: 'waiting' } as const;
    expect(await shown({ ...waiting, typeId: type.id }, people)).toEqual(['Tom', 'Tina']);
    expect(await shown({ ...waiting, domain: 'trade.example' }, people)).toEqual(['Tom', 'Toni']);
    expect(await shown({ ...waiting, domain: '@TRADE.example' }, people)).toEqual(['Tom', 'Toni']);
    expect(await shown({ ...waiting, before: now - days(8) }, people)).toEqual(['Tom']);
    expect(await shown({ ...waiting, hasDuplicates: true }, people)).toEqual(['Tina', 'Toni']);
    expect(await shown({ ...waiting, typeId: type.id, domain: 'trade.example' }, people)).toEqual(['Tom']);
    expect(await shown({ ...waiting, decision: 'approved' }, people)).toEqual([]);
    expect(await total({ ...waiting, typeId: type.id })).toBe(2);
    expect(await total({ ...waiting, typeId: type.id, domain: 'trade.example' })).toBe(1);
    await reject(office.app, 'mara', tom);
    await approve(office.app, 'mara', tina);
    const decided = { tab: 'decided', typeId: type.id } as const;
    expect(await shown({ ...decided, decision: 'rejected' }, people)).toEqual(['Tom']);
    expect(await shown({ ...decided, decision: 'approved' }, people)).toEqual(['Tina']);
    expect(await total(decided)).toBe(2);
    office.file.write('UPDATE sign_up_case SET since = since - ? WHERE public_id = ?', days(9), tom.caseId);
    const period = { from: now - days(10), before: now - days(8) };
    expect(await shown({ ...decided, ...period }, people)).toEqual(['Tom']);
    expect(await shown({ ...decided, ...period, decision: 'approved' }, people)).toEqual([]);
    expect(await shown({ ...decided, from: period.before }, people)).toEqual(['Tina']);
    expect(await total({ ...decided, ...period })).toBe(1);
  });

  test('by whoever looks into it: a claim that has lapsed is none', async () => {
    const people = [await holdBack(office.app, 'Clem'), await holdBack(office.app, 'Cora')];
    await atDesks();
    await office.app.ask('theo', 'moderation.claim', { id: people[0]?.caseId ?? '' });
    const claimed = { tab: 'waiting', claimedBy: moderators.theo.member.id } as const;
    expect(await shown(claimed, people)).toEqual(['Clem']);
    expect(await total(claimed)).toBe(1);
    office.app.clock.advance(minutes(5));
    expect(await shown(claimed, people)).toEqual([]);
    expect(await total(claimed)).toBe(0);
  });

  test('by parts of the name, the e-mail and the phone, in whichever part of the queue', async () => {
    const type = await addTypeWithCompany(office.app, 'Translator');
    const ines = await register(office.app, 'Inês', {
      ...companyOf(type, 'Inês e Filhas'),
      familyName: 'Müller',
      phone: '+49 (170) 987-65',
      email: 'ines@x.example',
    });
    await atDesks();
    for (const search of ['ines', 'mull', 'mü in', 'INES@X', '17098', '98765 müller']) {
      expect([search, await shown({ tab: 'waiting', search }, [ines])]).toEqual([search, ['Inês']]);
    }
    expect(await shown({ tab: 'waiting', search: 'ines smith' }, [ines])).toEqual([]);
    expect(await shown({ tab: 'decided', search: 'ines' }, [ines])).toEqual([]);
    await approve(office.app, 'mara', ines);
    expect(await shown({ tab: 'decided', search: 'ines' }, [ines])).toEqual(['Inês']);
    // By what they are called now.
    const account = await office.app.ask('superuser', 'accounts.get', { id: ines.accountId });
    const { id, version, email, givenName, phone, notes, isActive, permissions } = account;
    const rest = { isStaff: false, isSuperuser: false, groups: [], permissions };
    await office.app.ask('superuser', 'accounts.update', {
      ...{ id, version, email, givenName, phone, notes, isActive, ...rest, familyName: 'Okonkwo' },
    });
    expect(await shown({ tab: 'decided', search: 'okonkwo' }, [ines])).toEqual(['Inês']);
    expect(await shown({ tab: 'decided', search: 'muller' }, [ines])).toEqual([]);
  });

  test.each([{ typeId: 'nobody-has-this-identi' }, { claimedBy: 'nobody-has-this-identi' }])(
    '%o is not found',
    async (filter) => {
      expect(await office.app.refusal('mara', 'moderation.queue', { tab: 'waiting', ...filter })).toBe('NOT_FOUND');
      expect(await office.app.refusal('mara', 'moderation.total', { tab: 'waiting', ...filter })).toBe('NOT_FOUND');
    },
  );
});

test('a line says who, what, since when, who looks into it and what was decided', async () => {
  const type = await addTypeWithCompany(office.app, 'Courier');
  const who = await register(office.app, 'Lina', companyOf(type, 'Lina & Sons'));
  await atDesks();
  await office.app.ask('theo', 'moderation.claim', { id: who.caseId });
  const line = async () => {
    const { rows } = await office.app.ask('mara', 'moderation.queue', { tab: 'waiting', search: 'lina newcomer' });
    return rows.find(({ id }) => id === who.caseId);
  };
  expect(await line()).toMatchObject({
    accountId: who.accountId,
    givenName: 'Lina',
    familyName: 'Newcomer',
    email: 'lina@newcomers.example',
    type: { id: type.id, name: 'Courier', color: 'green' },
    claim: { name: 'theo Okafor', isSelf: false },
    decision: null,
  });
  await office.app.ask('theo', 'moderation.reject', {
    ...(await asItIs(office.app, 'theo', who)),
    ...{ ...said, message: 'No.', internalReason: 'Known for it' },
  });
  const { rows } = await office.app.ask('theo', 'moderation.queue', { tab: 'decided', search: 'lina newcomer' });
  expect(rows[0]).toMatchObject({ claim: null, decision: { by: 'theo Okafor', isSelf: true, reason: 'Known for it' } });
  expect((await look(office.app, 'mara', who)).decision).toMatchObject({ isSelf: false });
});

test('who may not moderate is shown nothing of it', async () => {
  await addStaffAtWindow(office.app, 'clerk', ['accounts.view', 'moderation.manage']);
  for (const [name, input] of Object.entries({
    'moderation.queue': { tab: 'waiting' },
    'moderation.total': { tab: 'waiting' },
    'moderation.counts': {},
    'moderation.insight': { days: 7 },
  })) {
    expect(await office.app.send('clerk', name, input)).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } });
  }
});

describe('many', () => {
  beforeAll(() => addSeededSignUps(office.app, 100, { waiting: 130, decided: 60 }));

  test('pages of fifty are turned forwards, back, and to the end, each case once', async () => {
    const asked = { tab: 'waiting' } as const;
    const ids: string[] = [];
    let cursor: string | undefined;
    let last: string | null = null;
    for (;;) {
      const page = await office.app.ask('mara', 'moderation.queue', { ...asked, cursor });
      last ??= page.last;
      ids.push(...page.rows.map(({ id }) => id));
      if (!page.next) break;
      expect(page.rows).toHaveLength(50);
      cursor = page.next;
    }
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength((await total(asked)) ?? 0);
    const end = await office.app.ask('mara', 'moderation.queue', { ...asked, cursor: last ?? '' });
    expect(end.rows.map(({ id }) => id)).toEqual(ids.slice(-50));
    expect(end).toMatchObject({ next: null, last: null });
    const before = await office.app.ask('mara', 'moderation.queue', { ...asked, cursor: end.previous ?? '' });
    expect(before.rows.map(({ id }) => id)).toEqual(ids.slice(-100, -50));
  });

  test('a cursor that is none of ours is refused in its field', async () => {
    const answer = await office.app.call('mara', 'moderation.queue', { tab: 'waiting', cursor: 'bm8' });
    expect(answer).toMatchObject({ ok: false, error: { fields: { cursor: { code: 'FIELD_INVALID' } } } });
  });
});
