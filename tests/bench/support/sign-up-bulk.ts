import { setTimeout } from 'node:timers/promises';
import { type BenchOffice, superuser } from './bench-office';
import { type Measured, summarize, turn } from './measure';

const desk = 'desk';
const longest = 120_000;

/**
 * Rejects everybody who waits, takes it back, and lets everybody in, while another desk goes on with its work. The office
 * is left with everybody waiting but those who were let in and held back again.
 */
export async function measureBulkRejection(office: BenchOffice): Promise<Record<string, Measured>> {
  await office.ask(desk, 'session.reauthenticate', { password: superuser.password });
  await office.signIn('another desk');
  const choice = { filter: { tab: 'waiting' } } as const;
  const reject = { decision: 'reject', choice, templateId: null, message: 'Dear {given name}, we are sorry.' } as const;
  const preview = await timedOnce(() => office.ask(desk, 'moderation.previewBulk', { decision: 'reject', choice }));
  const start = performance.now();
  const job = await office.ask(desk, 'moderation.startBulk', { ...reject, internalReason: 'A flood.' });
  const started = performance.now() - start;
  const rejected = await untilEnded(office, job.id, start);
  const undone = performance.now();
  await office.ask(desk, 'moderation.undoBulk', { id: job.id });
  const back = await untilEnded(office, job.id, undone);
  const approval = performance.now();
  const letIn = await office.ask(desk, 'moderation.startBulk', {
    ...{ decision: 'approve', choice, templateId: null, message: '', internalReason: '' },
  });
  const approved = await untilEnded(office, letIn.id, approval);
  // Until what was decided has effect, and a little longer: the look around comes every few seconds.
  const settled = await whileElse(office, async () => {
    await setTimeout(25_000);
  });
  return {
    [`sign-ups, preview of a bulk decision (${preview.touches})`]: summarize([preview.ms]),
    'sign-ups, start of a bulk decision': summarize([started]),
    [`sign-ups, bulk rejection (${rejected.touched})`]: summarize([rejected.ms]),
    'sign-ups, other calls while many are rejected': rejected.others,
    [`sign-ups, bulk rejection undone (${back.touched})`]: summarize([back.ms]),
    'sign-ups, other calls while rejections are undone': back.others,
    [`sign-ups, bulk approval (${approved.touched})`]: summarize([approved.ms]),
    'sign-ups, other calls while many are approved': approved.others,
    'sign-ups, other calls while approvals take effect': settled,
  };
}

async function timedOnce(ask: () => Promise<{ touches: number }>): Promise<{ touches: number; ms: number }> {
  const begun = performance.now();
  const { touches } = await ask();
  return { touches, ms: performance.now() - begun };
}

async function untilEnded(office: BenchOffice, id: string, begun: number) {
  let ms = 0;
  let touched = 0;
  const others = await whileElse(office, async () => {
    while (performance.now() - begun < longest) {
      const { rows } = await office.ask(desk, 'moderation.bulkJobs', {});
      const job = rows.find((one) => one.id === id);
      if (job && job.state !== 'running' && job.state !== 'undoing') {
        ms = performance.now() - begun;
        touched = job.state === 'undone' ? job.undone : job.done;
        return;
      }
      await setTimeout(100);
    }
    throw new Error('The bulk decision has not come to an end.');
  });
  return { ms, touched, others };
}

/** What another desk asks for again and again, as long as the work lasts: reads, and now and then a change. */
async function whileElse(office: BenchOffice, work: () => Promise<void>): Promise<Measured> {
  let isWorking = true;
  const times: number[] = [];
  const asking = (async () => {
    for (let index = 0; isWorking; index += 1) {
      const begun = performance.now();
      if (index % 10 === 0) await addNoteToDesk(office, index);
      else await office.ask('another desk', 'accounts.list', { sort: 'created' });
      times.push(performance.now() - begun);
      await setTimeout(2);
      await turn();
    }
  })();
  try {
    await work();
  } finally {
    isWorking = false;
  }
  await asking;
  return summarize(times);
}

async function addNoteToDesk(office: BenchOffice, index: number): Promise<void> {
  const details = { description: 'Answers callers.', permissions: [] };
  await office.ask('another desk', 'groups.create', { ...details, name: `Group ${Date.now()} ${index}` });
}
