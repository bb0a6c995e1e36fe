import type { Account } from '../../../src-shared/contract/accounts';
import type { BenchOffice } from './bench-office';
import { type Measured, measure, summarize, turn } from './measure';

const desk = 'desk';

/** One record, one change with its entry in the activity, the dashboard. */
export async function measureRecords(office: BenchOffice): Promise<Record<string, Measured>> {
  const ids = await scatteredIds(office);
  const idOf = (index: number) => ids[Math.abs(index) % ids.length] ?? '';
  const changed: Account[] = [];
  for (const id of ids.slice(0, 200)) changed.push(await office.ask(desk, 'accounts.get', { id }));
  return {
    'open one record': await measure(1_000, (index) => office.ask(desk, 'accounts.get', { id: idOf(index * 7) })),
    'the activity of one record': await measure(300, (index) =>
      office.ask(desk, 'accounts.activity', { id: idOf(index) }),
    ),
    'likely duplicates': await measure(200, (index) => {
      const { givenName, familyName, phone } = changed[Math.abs(index) % changed.length] ?? blank;
      return office.ask(desk, 'accounts.duplicates', { givenName, familyName, phone });
    }),
    'change a record': await measure(400, async (index) => {
      const at = Math.abs(index) % changed.length;
      const account = changed[at];
      if (account) changed[at] = await office.ask(desk, 'accounts.update', formOf(account, `Changed ${index}`));
    }),
    dashboard: await measure(300, () => office.ask(desk, 'dashboard.get', {})),
  };
}

/** Any other call, while totals that take long are counted one after the other. */
export async function measureWhileCounting(office: BenchOffice): Promise<Record<string, Measured>> {
  await office.signIn('another desk');
  let isCounting = true;
  const counting = (async () => {
    while (isCounting) await office.ask('another desk', 'accounts.total', { search: '.com' });
  })();
  const times: number[] = [];
  const begun = performance.now();
  while (performance.now() - begun < 5_000) {
    const asked = performance.now();
    await office.ask(desk, 'accounts.list', { sort: 'created' });
    times.push(performance.now() - asked);
    await turn();
  }
  isCounting = false;
  await counting;
  return { 'a list page while totals are counted': summarize(times) };
}

const blank = { givenName: '', familyName: '', phone: '' };

/** Accounts from all over the store, neither staff nor in the trash. */
async function scatteredIds(office: BenchOffice): Promise<string[]> {
  const ids: string[] = [];
  for (const search of ['smith', 'müller', 'nguyễn', '李', 'rossi', 'петренко', 'garcía', 'kiosk', '7946', 'olivia']) {
    const { rows } = await office.ask(desk, 'accounts.list', { search, isStaff: false, sort: 'lastSignIn' });
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
}

function formOf({ id, version, email, givenName, familyName, phone, isActive }: Account, notes: string) {
  const rights = { isStaff: false, isSuperuser: false, groups: [], permissions: [] };
  return { id, version, email, givenName, familyName, phone, notes, isActive, ...rights };
}
