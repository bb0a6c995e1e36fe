import type { Holders } from './authorized-user-lists';
import type { BenchOffice } from './bench-office';
import { type Measured, measure, summarize, turn } from './measure';

const desk = 'desk';

/** One form, one change with its entry in the activity. */
export async function measureAuthorizedUserRecords(
  office: BenchOffice,
  { ofTheMost, ofFive }: Holders,
): Promise<Record<string, Measured>> {
  const ids: string[] = [];
  for (const search of ['smith', 'müller', 'nguyễn', '李', 'rossi', 'петренко', 'garcía', 'kiosk', '7946', 'olivia']) {
    const { rows } = await office.ask(desk, 'authorizedUsers.list', { search, sort: 'lastSignIn' });
    ids.push(...rows.map(({ id }) => id));
  }
  const idOf = (index: number) => ids[Math.abs(index) % ids.length] ?? '';
  return {
    'authorized users, open one form': await measure(1_000, (index) =>
      office.ask(desk, 'authorizedUsers.get', { id: idOf(index * 7) }),
    ),
    'authorized users, what its form offers': await measure(300, () => office.ask(desk, 'delegation.choices', {})),
    'authorized users, add one to an account with 5': await addTo(office, ofFive, 'few'),
    'authorized users, add one to the largest account': await addTo(office, ofTheMost, 'many'),
  };
}

function addTo(office: BenchOffice, accountId: string, name: string): Promise<Measured> {
  return measure(100, (index) =>
    office.ask(desk, 'authorizedUsers.create', {
      ...person(`${name}-${index + 1_000}`),
      ...{ accountId, isLoginEnabled: false, username: null, password: null, permissions: [] },
      onBehalf: { reason: 'Asked for it on the phone.', identityVerifiedBy: 'Called back.' },
    }),
  );
}

/**
 * A call by the holder of an account and the same by somebody who may do it for them, by turns: what is more of the
 * second is the look-up of the person and of their permissions, anew at each call.
 */
export async function measurePermissionCheck(office: BenchOffice): Promise<Record<string, Measured>> {
  // An office that is kept has those of the runs before.
  const run = Date.now();
  const holder = { signInName: `holder.${run}@example.org`, password: 'granite willow passing lantern' };
  const rights = { isActive: true, isStaff: false, isSuperuser: false, groups: [], permissions: [] };
  const details = { email: holder.signInName, givenName: 'Hanna', familyName: 'Holder', phone: '', notes: '' };
  await office.ask(desk, 'accounts.create', { ...details, ...rights, password: holder.password });
  await office.signInFirst('holder', holder);
  const delegate = { signInName: `delegate-${run}`, password: 'velvet compass thirteen otters' };
  const { id } = await office.ask('holder', 'myAuthorizedUsers.create', {
    ...person('delegate'),
    ...{ isLoginEnabled: true, username: delegate.signInName, password: delegate.password },
    permissions: ['authorized-users.view', 'profiles.view'],
  });
  await office.signInFirst('delegate', delegate);
  return {
    ...(await compared('the door alone', (window) => office.ask(window, 'session.touch', {}))),
    ...(await compared('profiles', (window) => office.ask(window, 'myAccount.profiles', {}))),
    ...(await compared('a form', (window) => office.ask(window, 'myAuthorizedUsers.get', { id }))),
  };
}

const rounds = 3_000;

async function compared(what: string, ask: (window: string) => Promise<unknown>): Promise<Record<string, Measured>> {
  const times = { holder: [] as number[], delegate: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    for (const window of ['holder', 'delegate'] as const) {
      const begun = performance.now();
      await ask(window);
      times[window].push(performance.now() - begun);
      await turn();
    }
  }
  const [holder, delegate] = [summarize(times.holder), summarize(times.delegate)];
  return {
    [`${what}, as holder`]: holder,
    [`${what}, as delegate`]: delegate,
    // Of the medians: of two single calls a difference says nothing.
    [`the permission check adds, ${what}`]: summarize([delegate.p50 - holder.p50]),
  };
}

function person(name: string) {
  return {
    ...{
      givenName: 'Bench',
      familyName: name,
      email: `${name}@example.org`,
      phone: '020 7946 0018',
      role: 'Assistant',
    },
    ...{ categoryId: null, recoveryEmail: '' },
  };
}
