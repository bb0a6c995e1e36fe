import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Desk } from './support/desk';
import { Host } from './support/host';
import { addWaiting } from './support/moderator';
import { setUpOffice } from './support/office';
import { WorkFolder } from './support/work-folder';

export interface TracedChange {
  readonly procedure: string;
  /** The lines of the trace that force the log to the disk, between the request of the change and its answer. */
  readonly syncs: readonly string[];
}

const traced = 'read,recvfrom,write,writev,sendto,sendmsg,fsync,fdatasync';

/** Why changes cannot be traced on this computer, or null when they can. */
export function whyNotTraced(): string | null {
  if (process.platform !== 'linux') return 'strace runs in Linux only';
  const { error, status } = spawnSync('strace', ['-o', '/dev/null', 'true']);
  if (error) return 'strace is not installed (Debian: apt-get install strace)';
  return status === 0 ? null : 'strace may not look at other processes here';
}

/** Makes changes at the built host under strace, and finds what it asked of the disk before each answer. */
export async function traceChanges(): Promise<TracedChange[]> {
  const folder = new WorkFolder();
  const file = join(folder.root, 'trace');
  // -D: the host stays our own child, so that it is the host that is told to stop.
  const under = ['strace', '-D', '-f', '-yy', '-s', '2000', '-e', `trace=${traced}`, '-o', file];
  const host = new Host({ dataDir: folder.dataDir, under });
  try {
    const desk = await Desk.open(await host.ready());
    await setUpOffice(desk);
    const { id, version } = await desk.ask('groups.create', { name: 'Added', description: '', permissions: [] });
    await desk.ask('groups.update', { id, version, name: 'Renamed', description: '', permissions: [] });
    const settings = await desk.ask('settings.get', {});
    await desk.ask('settings.update', { ...settings, officeName: 'Southgate Office' });
    await addWaiting(desk, 1);
    const { rows } = await desk.ask('moderation.queue', { tab: 'waiting' });
    for (const { id: caseId, version: seen } of rows) {
      const words = { internalReason: '', templateId: null, message: '' };
      await desk.ask('moderation.approve', { id: caseId, version: seen, ...words });
    }
    await host.stop();
    const lines = readFileSync(file, 'utf8').split('\n');
    return ['groups.create', 'groups.update', 'settings.update', 'moderation.approve'].map((procedure) => ({
      procedure,
      syncs: syncsBeforeAnswer(lines, procedure),
    }));
  } finally {
    await host.kill();
    folder.remove();
  }
}

function syncsBeforeAnswer(lines: readonly string[], procedure: string): string[] {
  const asked = lines.findIndex((line) => line.includes(`\\"procedure\\":\\"${procedure}\\"`));
  const socket = /<TCP:\[[^\]]+\]>/.exec(lines[asked] ?? '')?.[0];
  if (socket === undefined) throw new Error(`The trace does not show the request of ${procedure}.`);
  const answered = lines.findIndex(
    (line, index) => index > asked && line.includes(socket) && line.includes('HTTP/1.1 200 OK'),
  );
  if (answered < 0) throw new Error(`The trace does not show the answer to ${procedure}.`);
  return lines.slice(asked, answered).filter((line) => /f(?:data)?sync\(\d+<[^>]*steward\.db-wal>\) += 0$/.test(line));
}
