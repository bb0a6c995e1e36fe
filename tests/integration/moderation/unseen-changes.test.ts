import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { minutes } from '../../support/manual-clock';
import { shareTestOffice } from '../../support/shared-office';
import {
  addModerators,
  addTypeWithCompany,
  approve,
  asItIs,
  companyOf,
  look,
  register,
  type SignedUp,
  said,
  setModeration,
} from '../../support/sign-ups';
import { accountFormOf, backAtDesk, type Credentials, onBehalf, superuser } from '../../support/test-office';

/** What the office changes while somebody waits, nobody approves who has not seen it. */
const office = shareTestOffice();
let moderators: { readonly mara: Credentials; readonly theo: Credentials };
let type: Awaited<ReturnType<typeof addTypeWithCompany>>;
beforeAll(async () => {
  const { mara, theo } = await addModerators(office.app);
  moderators = { mara: mara.credentials, theo: theo.credentials };
  type = await addTypeWithCompany(office.app, 'Trader');
  await setModeration(office.app, {
    isRegistrationOpen: true,
    types: [{ id: type.id, isOffered: true, needsApproval: false, needsSecondModerator: true }],
  });
});
beforeEach(async () => {
  office.app.clock.advance(minutes(20));
  await backAtDesk(office.app, 'superuser', superuser);
  await backAtDesk(office.app, 'mara', moderators.mara);
  await backAtDesk(office.app, 'theo', moderators.theo);
});

const change = {
  'the profile': async ({ accountId }: SignedUp) => {
    const { profiles } = await office.app.ask('superuser', 'accounts.get', { id: accountId });
    const [profile] = profiles;
    const { values } = companyOf(type, 'Something else');
    await office.app.ask('superuser', 'profiles.update', {
      id: profile?.id ?? '',
      version: profile?.version ?? 0,
      values,
    });
  },
  'the name': async ({ accountId }: SignedUp) => {
    const account = await office.app.ask('superuser', 'accounts.get', { id: accountId });
    await office.app.ask('superuser', 'accounts.update', { ...accountFormOf(account), familyName: 'Somebody-Else' });
  },
  'the phone': async ({ accountId }: SignedUp) => {
    const account = await office.app.ask('superuser', 'accounts.get', { id: accountId });
    await office.app.ask('superuser', 'accounts.update', { ...accountFormOf(account), phone: '0911 5550199' });
  },
  'the e-mail': async ({ accountId }: SignedUp) => {
    const account = await office.app.ask('superuser', 'accounts.get', { id: accountId });
    const email = `other-${account.email}`;
    await office.app.ask('superuser', 'accounts.update', { ...accountFormOf(account), email, onBehalf });
  },
};

describe.each(Object.entries(change))('once the office has changed %s', (what, changed) => {
  test('the first approval holds no longer, and what was open is out of date', async () => {
    const { app } = office;
    const who = await register(app, `First-${what.replaceAll(' ', '-')}`, companyOf(type, 'Lanterns'));
    await approve(app, 'mara', who);
    const open = await asItIs(app, 'theo', who);
    await changed(who);
    expect(await app.refusal('theo', 'moderation.approve', { ...open, ...said, message: '' })).toBe('STALE_VERSION');
    expect(await look(app, 'theo', who)).toMatchObject({ state: 'waiting', firstApproval: null });
    expect(await approve(app, 'theo', who)).toMatchObject({ case: { state: 'waiting' } });
    expect(await approve(app, 'mara', who)).toMatchObject({ case: { state: 'approved' } });
  });
});

test('taking the profile away does not make one moderator enough', async () => {
  const { app } = office;
  const who = await register(app, 'Stripped', companyOf(type, 'Lanterns'));
  await approve(app, 'mara', who);
  const { profiles } = await app.ask('superuser', 'accounts.get', { id: who.accountId });
  await app.ask('superuser', 'profiles.remove', { id: profiles[0]?.id ?? '', version: profiles[0]?.version ?? 0 });
  expect(await look(app, 'theo', who)).toMatchObject({ firstApproval: null, values: [], needsSecondModerator: true });
  expect(await approve(app, 'theo', who)).toMatchObject({ case: { state: 'waiting' } });
});

test('undoing what was done before the change does not bring the first approval back', async () => {
  const { app } = office;
  const who = await register(app, 'Parked', companyOf(type, 'Lanterns'));
  await approve(app, 'mara', who);
  const until = app.clock.now() + minutes(60);
  await app.ask('theo', 'moderation.park', { ...(await asItIs(app, 'theo', who)), until, internalReason: '' });
  await change['the name'](who);
  await app.ask('theo', 'moderation.undo', await asItIs(app, 'theo', who));
  expect(await look(app, 'theo', who)).toMatchObject({ state: 'waiting', firstApproval: null });
});
