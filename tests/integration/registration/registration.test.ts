import { beforeEach, describe, expect, test } from 'vitest';
import { minutes, seconds } from '../../support/manual-clock';
import { type SharedOffice, shareTestOffice } from '../../support/shared-office';
import { setModeration } from '../../support/sign-ups';
import { addAccount, backAtDesk, signIn, superuser, trashAccount } from '../../support/test-office';
import { addType, newcomer, ownPassword, valuesOf } from './people-who-register';

const office = shareTestOffice(prepare);
beforeEach(async () => {
  office.app.clock.advance(minutes(61));
  await setModeration(office.app, { isOn: true, isRegistrationOpen: true });
});

async function prepare({ app }: SharedOffice): Promise<void> {
  await addType(app, 'Seller');
}

async function seller() {
  const { rows } = await office.app.ask('superuser', 'profiles.types', {});
  const type = rows.find(({ name }) => name === 'Seller');
  if (!type) throw new Error('The type was added before.');
  return type;
}

async function asSeller(givenName: string, typed: Partial<ReturnType<typeof newcomer>> = {}) {
  const type = await seller();
  return newcomer(givenName, { typeId: type.id, values: valuesOf(type, { Company: 'Adeyinka & Co' }), ...typed });
}

/** From a window of its own, at which nobody is signed in. */
function register(typed: ReturnType<typeof newcomer>) {
  return office.app.call('newcomer', 'registration.register', typed);
}

/** All that is written but what every attempt writes, however it ends. */
function written() {
  return office.file.dump(['registration_attempt', 'refused_call']);
}

describe('somebody new', () => {
  test('registers, and is held back with a case that has all they have sent', async () => {
    const { app } = office;
    const sent = await asSeller('Folami', { phone: '+44 20 7946 0011', message: 'I sell lanterns.' });
    expect(await register(sent)).toEqual({ ok: true, data: {} });
    await signIn(app, 'folami', { email: sent.email, password: ownPassword });
    expect(await app.ask('folami', 'session.state', {})).toMatchObject({
      state: 'awaiting-approval',
      user: { email: sent.email, givenName: 'Folami' },
    });
    const { rows } = await app.ask('superuser', 'accounts.list', { search: sent.email });
    expect(rows).toMatchObject([{ status: 'awaiting-approval', profiles: [{ name: 'Seller' }] }]);
    const { id } = await app.ask('superuser', 'moderation.caseOf', { accountId: rows[0]?.id ?? '' });
    expect(await app.ask('superuser', 'moderation.get', { id: id ?? '' })).toMatchObject({
      kind: 'account',
      state: 'waiting',
      revision: 1,
      since: app.clock.now(),
      email: sent.email,
      phone: sent.phone,
      message: 'I sell lanterns.',
      type: { name: 'Seller' },
      values: [
        { label: 'Company', value: 'Adeyinka & Co' },
        { label: 'Employees', value: null },
      ],
      domain: { name: 'newcomers.example' },
    });
  });

  test('has a password of their own, which need not be changed once they are let in', async () => {
    const { app } = office;
    const sent = await asSeller('Own');
    await register(sent);
    const { rows } = await app.ask('superuser', 'accounts.list', { search: sent.email });
    const { login } = await app.ask('superuser', 'accounts.get', { id: rows[0]?.id ?? '' });
    expect(login).toMatchObject({ mustChangePassword: false, passwordExpiresAt: null });
  });

  test('stands in the activity as having registered, by nobody who was signed in', async () => {
    const { app } = office;
    await register(await asSeller('Recorded'));
    const { rows } = await app.ask('superuser', 'activity.list', { act: 'sign-up.registered' });
    expect(rows[0]).toMatchObject({
      actor: null,
      subject: { kind: 'account', label: 'Recorded Adeyinka' },
      changes: expect.arrayContaining([
        { field: 'email', before: null, after: 'recorded@newcomers.example' },
        { field: 'Company', before: null, after: 'Adeyinka & Co' },
      ]),
    });
    expect(JSON.stringify(rows[0])).not.toContain(ownPassword);
  });

  test('is in at once where the office holds nobody back, and what they say stands in the notes', async () => {
    const { app } = office;
    await setModeration(app, { isOn: false, waiting: 'keep' });
    const sent = await asSeller('Free', { message: 'Looking forward to it.' });
    await register(sent);
    await signIn(app, 'free', { email: sent.email, password: ownPassword });
    expect(await app.ask('free', 'session.state', {})).toMatchObject({ state: 'full' });
    const { rows } = await app.ask('superuser', 'accounts.list', { search: sent.email });
    const account = await app.ask('superuser', 'accounts.get', { id: rows[0]?.id ?? '' });
    expect(account).toMatchObject({ status: 'active', notes: 'Looking forward to it.' });
    expect(await app.ask('superuser', 'moderation.caseOf', { accountId: account.id })).toEqual({ id: null });
  });
});

describe('an e-mail that is in use', () => {
  test('gets the same answer, and nothing but the attempt is written', async () => {
    const { app, file } = office;
    await addAccount(app, 'taken', { email: 'taken@newcomers.example' });
    const before = written();
    expect(await register(await asSeller('TAKEN'))).toEqual({ ok: true, data: {} });
    expect(written()).toEqual(before);
    expect(file.rows('SELECT at FROM registration_attempt')).toEqual([{ at: app.clock.now() }]);
    // Whoever it belongs to signs in as before.
    const refused = app.refusal('intruder', 'session.signIn', {
      signInName: 'taken@newcomers.example',
      password: ownPassword,
    });
    expect(await refused).toBe('SIGN_IN_FAILED');
  });

  test('is as much in use while its account is in the trash', async () => {
    const { app } = office;
    const { account } = await addAccount(app, 'trashed', { email: 'trashed@newcomers.example' });
    await trashAccount(app, account);
    const before = written();
    expect(await register(await asSeller('Trashed'))).toEqual({ ok: true, data: {} });
    expect(written()).toEqual(before);
  });

  test('takes as long as one that is not: at least four tenths of a second', async () => {
    const { app } = office;
    await addAccount(app, 'slow', { email: 'slow@newcomers.example' });
    for (const givenName of ['Slow', 'Slower']) {
      const typed = await asSeller(givenName);
      const began = performance.now();
      await register(typed);
      // A timer may fire a moment early.
      expect(performance.now() - began).toBeGreaterThan(395);
    }
  });

  test('is told nothing by what else is refused: the password and the values are judged alike', async () => {
    const { app } = office;
    await addAccount(app, 'judged', { email: 'judged@newcomers.example' });
    for (const givenName of ['Judged', 'Unjudged']) {
      expect(await register(await asSeller(givenName, { password: 'password password' }))).toMatchObject({
        ok: false,
        error: { fields: { password: {} } },
      });
      expect(await register(await asSeller(givenName, { values: {} }))).toMatchObject({
        ok: false,
        error: { code: 'FIELD_REQUIRED' },
      });
    }
  });
});

describe('what cannot be accepted', () => {
  test('is said in its field, and does not count as an attempt', async () => {
    const { file } = office;
    const type = await seller();
    const attempts = () => file.rows('SELECT at FROM registration_attempt');
    const made = attempts();
    const before = written();
    const [company, employees] = type.fields.map(({ id }) => id);
    const refused = [
      [await asSeller('No', { values: { [company ?? '']: '' } }), `values.${company}`, 'FIELD_REQUIRED'],
      [
        await asSeller('No', { values: { [company ?? '']: 'A', [employees ?? '']: 'many' } }),
        `values.${employees}`,
        'FIELD_NOT_NUMBER',
      ],
      [
        await asSeller('No', { values: { [company ?? '']: 'A', AAAAAAAAAAAAAAAAAAAAAA: 'x' } }),
        'values.AAAAAAAAAAAAAAAAAAAAAA',
        'PROFILE_TYPE_CHANGED',
      ],
      [await asSeller('No', { password: 'No Adeyinka 12345' }), 'password', 'PASSWORD_GUESSABLE'],
      [await asSeller('No', { typeId: null, values: {} }), 'typeId', 'UNKNOWN_PROFILE_TYPE'],
      [await asSeller('No', { typeId: 'AAAAAAAAAAAAAAAAAAAAAA' }), 'typeId', 'UNKNOWN_PROFILE_TYPE'],
    ] as const;
    for (const [typed, field, code] of refused) {
      expect(await register(typed)).toMatchObject({ ok: false, error: { code, fields: { [field]: { code } } } });
    }
    expect(attempts()).toEqual(made);
    expect(written()).toEqual(before);
  });
});

describe('the types that can be chosen', () => {
  test('are those the office offers, with their fields', async () => {
    const { app } = office;
    const hidden = await addType(app, 'Hidden');
    const offered = async () => (await app.ask('newcomer', 'registration.offer', {})).types.map(({ name }) => name);
    expect(await offered()).toEqual(['Hidden', 'Seller']);
    const policy = { id: hidden.id, needsApproval: false, needsSecondModerator: false };
    await setModeration(app, { types: [{ ...policy, isOffered: false }] });
    expect(await offered()).toEqual(['Seller']);
    const { types } = await app.ask('newcomer', 'registration.offer', {});
    expect(types[0]).toEqual({
      id: (await seller()).id,
      name: 'Seller',
      color: 'green',
      fields: (await seller()).fields,
    });
  });

  test('can be archived or no longer offered while the form is open: then it cannot be sent', async () => {
    const { app } = office;
    const type = await addType(app, 'Vanishing');
    const form = newcomer('Late', { typeId: type.id, values: valuesOf(type, { Company: 'Late' }) });
    await app.ask('superuser', 'profiles.setTypeArchived', { id: type.id, version: type.version, isArchived: true });
    expect(await register(form)).toMatchObject({ error: { fields: { typeId: { code: 'UNKNOWN_PROFILE_TYPE' } } } });
    const back = { id: type.id, version: type.version + 1, isArchived: false };
    await app.ask('superuser', 'profiles.setTypeArchived', back);
    const policy = { id: type.id, isOffered: false, needsApproval: false, needsSecondModerator: false };
    await setModeration(app, { types: [policy] });
    expect(await register(form)).toMatchObject({ error: { fields: { typeId: { code: 'UNKNOWN_PROFILE_TYPE' } } } });
  });
});

describe('while registration is closed', () => {
  test('nobody registers, and nobody is told what the office has', async () => {
    const { app } = office;
    const typed = await asSeller('Shut');
    await setModeration(app, { isRegistrationOpen: false });
    expect(await app.ask('newcomer', 'registration.offer', {})).toEqual({
      isOpen: false,
      isModerated: true,
      types: [],
    });
    const before = office.file.dump(['refused_call']);
    expect(await register(typed)).toMatchObject({ ok: false, error: { code: 'REGISTRATION_CLOSED' } });
    expect(office.file.dump(['refused_call'])).toEqual(before);
  });

  test('whoever is signed in registers nobody either', async () => {
    const typed = await asSeller('Inside');
    expect(await office.app.refusal('superuser', 'registration.register', typed)).toBe('ALREADY_SIGNED_IN');
  });
});

describe('a flood', () => {
  const flood = async (count: number, name: string) => {
    const all = Array.from({ length: count }, (_, index) => asSeller(`${name}${index}`));
    return Promise.all((await Promise.all(all)).map((typed) => register(typed)));
  };
  const letThrough = (answers: Awaited<ReturnType<typeof flood>>) => answers.filter(({ ok }) => ok).length;

  test('is held back after five in a minute, also at once and from other windows, by the clock alone', async () => {
    const { app } = office;
    expect(letThrough(await flood(8, 'Wave'))).toBe(5);
    app.clock.advance(seconds(59));
    const answer = await app.call('another window', 'registration.register', await asSeller('Patient'));
    expect(answer).toMatchObject({ ok: false, error: { code: 'REGISTRATION_WAIT', params: { seconds: 1 } } });
    app.clock.advance(seconds(1));
    expect(letThrough([await register(await asSeller('Patient'))])).toBe(1);
  });

  test('is held back after thirty in an hour, and what is older is forgotten', async () => {
    const { app, file } = office;
    for (let wave = 0; wave < 6; wave += 1) {
      expect(letThrough(await flood(5, `Tide${wave}n`))).toBe(5);
      app.clock.advance(minutes(2));
    }
    const refused = await register(await asSeller('Over'));
    expect(refused).toMatchObject({ error: { code: 'REGISTRATION_WAIT', params: { seconds: 48 * 60 } } });
    app.clock.advance(minutes(48));
    await backAtDesk(app, 'superuser', superuser);
    expect(letThrough([await register(await asSeller('Over'))])).toBe(1);
    expect(file.rows('SELECT at FROM registration_attempt')).toHaveLength(26);
  });

  test('of the same e-mail makes one account', async () => {
    const typed = await asSeller('Twin');
    const answers = await Promise.all([register(typed), register({ ...typed, email: typed.email.toUpperCase() })]);
    expect(answers).toEqual([
      { ok: true, data: {} },
      { ok: true, data: {} },
    ]);
    expect(office.file.rows("SELECT id FROM account WHERE email_folded = 'twin@newcomers.example'")).toHaveLength(1);
    expect(office.file.rows("SELECT id FROM sign_up_case WHERE search_text LIKE '%twin@%'")).toHaveLength(1);
  });

  test('while the clock was wrong does not hold back for ever', async () => {
    const { app, file } = office;
    for (let count = 0; count < 5; count += 1) {
      file.write('INSERT INTO registration_attempt (at) VALUES (?)', app.clock.now() + minutes(60 * 24 * 365));
    }
    expect(letThrough([await register(await asSeller('Soon'))])).toBe(0);
    app.clock.advance(minutes(1));
    expect(letThrough([await register(await asSeller('Soon'))])).toBe(1);
  });
});
