import type { CaseRow } from '../../../src-shared/contract/sign-up-cases';
import { type BenchOffice, superuser } from './bench-office';
import { type Measured, measure } from './measure';

const desk = 'desk';
const few = 400;

/** One case with all a moderator sees of it, a claim, and decisions, each durable when it is answered. */
export async function measureSignUpCases(office: BenchOffice): Promise<Record<string, Measured>> {
  // What changes something asks for the password again when a few minutes have passed since it was typed.
  await office.ask(desk, 'session.reauthenticate', { password: superuser.password });
  const cases = await scattered(office);
  const decided = await scattered(office, 'decided');
  const at = (rows: readonly CaseRow[], index: number) => {
    const row = rows[Math.abs(index) % rows.length];
    if (!row) throw new Error('Nobody waits in this office.');
    return row;
  };
  const versions = new Map(cases.map(({ id, version }) => [id, version]));
  const internalReason = 'Looked at it.';
  const decide = (act: 'approve' | 'reject') => async (index: number) => {
    const { id } = at(cases, index);
    const input = {
      id,
      version: versions.get(id) ?? 1,
      templateId: null,
      internalReason,
      message: 'Dear {given name}.',
    };
    const { case: row } = await office.ask(desk, `moderation.${act}`, input);
    versions.set(id, row.version);
  };
  const undo = async (index: number) => {
    const { id } = at(cases, index);
    const { version } = await office.ask(desk, 'moderation.undo', { id, version: versions.get(id) ?? 1 });
    versions.set(id, version);
  };
  const measured: Record<string, Measured> = {
    'sign-ups, open one that waits': await measure(1_000, (index) =>
      office.ask(desk, 'moderation.get', { id: at(cases, index * 7).id }),
    ),
    'sign-ups, open one that is decided': await measure(500, (index) =>
      office.ask(desk, 'moderation.get', { id: at(decided, index * 7).id }),
    ),
    'sign-ups, claim': await measure(200, (index) =>
      office.ask(desk, 'moderation.claim', { id: at(cases, index).id, takesOver: true }),
    ),
  };
  // Each once, or it would be decided already; all of them within the time in which it can be taken back.
  const count = Math.min(200, cases.length);
  for (const act of ['approve', 'reject'] as const) {
    measured[`sign-ups, decide: ${act}`] = await measure(count, decide(act), { warmUp: 0 });
    measured[`sign-ups, decide: take ${act} back`] = await measure(count, undo, { warmUp: 0 });
  }
  return measured;
}

/** From all over a part of the queue: of each of its ends, and those with names from everywhere. */
async function scattered(office: BenchOffice, tab: 'waiting' | 'decided' = 'waiting'): Promise<CaseRow[]> {
  const rows = new Map<string, CaseRow>();
  for (const search of ['', 'smith', 'müller', 'nguyễn', 'rossi', 'петренко', 'garcía', 'olivia', 'ann', '.com', 'a']) {
    for (const isReversed of [false, true]) {
      const page = await office.ask(desk, 'moderation.queue', { tab, search, isReversed });
      for (const row of page.rows) rows.set(row.id, row);
    }
  }
  return [...rows.values()].filter(({ claim }) => claim === null || claim.isSelf).slice(0, few);
}
