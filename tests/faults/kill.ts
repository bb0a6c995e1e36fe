import { setTimeout as wait } from 'node:timers/promises';
import type { StoreKey } from '../../src-main/store/key/store-key';
import { Desk } from './support/desk';
import { Host } from './support/host';
import { addWaiting, decideUntilKilled } from './support/moderator';
import { passphrase, setUpOffice, superuser } from './support/office';
import { judgeCopy } from './support/verdict';
import { WorkFolder } from './support/work-folder';

export interface KillCounts {
  readonly kills: number;
  /** Of them, before the host had said that it is ready. */
  readonly killsDuringStart: number;
  /** Changes that a window was told are made. */
  readonly confirmed: number;
  /** Changes that were made though the kill came before the answer. */
  readonly madeUnconfirmed: number;
  /** Decisions on single sign-ups, or their undoing, that a moderator was told are made. */
  readonly decided: number;
  /** Decisions on many at once that the kills have fallen into and that were brought to their end. */
  readonly bulkDecisions: number;
  readonly activityRows: number;
  /** What must not be: a confirmed change that is missing, a broken chain, an unsound store, a start that fails. */
  readonly faults: readonly string[];
}

/**
 * Kills the host again and again while two windows make changes and a third decides on sign-ups, looks each time into what the kill has left on the
 * disk, and starts the host on it the next time.
 */
export async function killHost(kills: number, tell: (line: string) => void = () => {}): Promise<KillCounts> {
  const folder = new WorkFolder();
  try {
    const run = new KillRun(folder);
    await run.setUp();
    for (let round = 1; round <= kills; round += 1) {
      await run.round(round);
      tell(run.summary());
    }
    await run.end();
    return run.counts();
  } finally {
    folder.remove();
  }
}

class KillRun {
  readonly #folder: WorkFolder;
  readonly #faults = new Set<string>();
  /** Each change gives a group a name that no other change gives. */
  readonly #confirmed = new Set<string>();
  readonly #made = new Set<string>();
  /** The last version of each case that was confirmed. */
  readonly #versions = new Map<string, number>();
  #decided = 0;
  #bulkDecisions = 0;
  #groupOfWindow: readonly string[] = [];
  #key: StoreKey | null = null;
  #kills = 0;
  #killsDuringStart = 0;
  #activityRows = 0;

  constructor(folder: WorkFolder) {
    this.#folder = folder;
  }

  async setUp(): Promise<void> {
    await this.#withHost({ dataDir: this.#folder.dataDir }, async (host) => {
      const desk = await Desk.open(await host.ready());
      await setUpOffice(desk);
      const names = ['First window', 'Second window'];
      const groups = names.map((name) => desk.ask('groups.create', { name, description: '', permissions: [] }));
      await addWaiting(desk);
      this.#groupOfWindow = (await Promise.all(groups)).map(({ id }) => id);
      await host.stop();
    });
    this.#folder.writePassphrase(passphrase);
    this.#key = await this.#folder.keyOf(passphrase);
  }

  async round(round: number): Promise<void> {
    await this.#withHost(this.#folder, async (host) => {
      // One kill in ten comes while the host is still starting or opening the store.
      if (round % 10 === 0) await this.#killDuringStart(host);
      else await this.#killDuringWork(host, round);
    });
    this.#kills += 1;
    this.#judge();
  }

  /** The start after the last kill, and a clean stop. */
  async end(): Promise<void> {
    await this.#withHost(this.#folder, async (host) => {
      try {
        await Desk.signedIn(await host.ready(), superuser);
        await host.stop();
      } catch (error) {
        this.#faults.add(String(error));
      }
    });
    this.#judge();
  }

  counts(): KillCounts {
    return {
      kills: this.#kills,
      killsDuringStart: this.#killsDuringStart,
      confirmed: this.#confirmed.size,
      madeUnconfirmed: this.#made.difference(this.#confirmed).size,
      decided: this.#decided,
      bulkDecisions: this.#bulkDecisions,
      activityRows: this.#activityRows,
      faults: [...this.#faults],
    };
  }

  summary(): string {
    const { kills, confirmed, madeUnconfirmed, decided, faults } = this.counts();
    const changes = `${confirmed} changes confirmed, ${madeUnconfirmed} made unconfirmed, ${decided} decisions`;
    return `after ${kills} kills: ${changes}, ${faults.length} faults`;
  }

  async #withHost(options: ConstructorParameters<typeof Host>[0], act: (host: Host) => Promise<void>): Promise<void> {
    const host = new Host(options);
    try {
      await act(host);
    } finally {
      await host.kill();
    }
  }

  async #killDuringStart(host: Host): Promise<void> {
    this.#killsDuringStart += 1;
    await Promise.race([wait(Math.random() * 800), host.ready().catch(() => null)]);
  }

  async #killDuringWork(host: Host, round: number): Promise<void> {
    let desks: Desk[];
    let moderator: Desk;
    try {
      const address = await host.ready();
      desks = [await Desk.signedIn(address, superuser), await Desk.signedIn(address, superuser)];
      moderator = await Desk.signedIn(address, superuser);
    } catch (error) {
      this.#faults.add(`the start before kill ${round} failed: ${String(error)}`);
      return;
    }
    const streams = [
      ...desks.map((desk, index) => this.#changeUntilKilled(desk, index, round)),
      this.#decide(moderator),
    ];
    // Some come later, so that they fall into a decision on many, or into the undoing of one.
    await wait(20 + Math.random() * (round % 3 === 0 ? 3_000 : 500));
    await host.kill();
    await Promise.all(streams);
  }

  /** Never rejects: it ends with the kill, at whatever moment that comes. */
  async #changeUntilKilled(desk: Desk, index: number, round: number): Promise<void> {
    try {
      const { rows } = await desk.ask('groups.list', {});
      const group = rows.find(({ id }) => id === this.#groupOfWindow[index]);
      if (!group) throw new Error('The group of this window is gone.');
      const { id, description, permissions } = group;
      let { version } = group;
      for (let number = 1; ; number += 1) {
        const name = `window ${index + 1}, round ${round}, change ${number}`;
        ({ version } = await desk.ask('groups.update', { id, version, name, description, permissions }));
        this.#confirmed.add(name);
      }
    } catch (error) {
      // Without an answer, fetch fails by a TypeError; a refusal would be a fault.
      if (!(error instanceof TypeError)) this.#faults.add(String(error));
    }
  }

  /** Never rejects either. */
  async #decide(desk: Desk): Promise<void> {
    try {
      await decideUntilKilled(desk, (id, version) => {
        this.#decided += 1;
        this.#versions.set(id, version);
      });
    } catch (error) {
      if (!(error instanceof TypeError)) this.#faults.add(String(error));
    }
  }

  #judge(): void {
    if (!this.#key) throw new Error('The office has not been set up.');
    const { faults, namesGiven, versionsOfCases, bulkDecisions, activityRows } = judgeCopy(this.#folder, this.#key);
    for (const fault of faults) this.#faults.add(fault);
    for (const name of this.#confirmed) {
      if (!namesGiven.has(name)) this.#faults.add(`lost: ${name}`);
    }
    for (const name of namesGiven) {
      if (name.startsWith('window ')) this.#made.add(name);
    }
    for (const [id, version] of this.#versions) {
      const found = versionsOfCases.get(id) ?? 0;
      if (found < version) this.#faults.add(`lost: version ${version} of a case, which has ${found}`);
    }
    this.#bulkDecisions = bulkDecisions;
    this.#activityRows = activityRows;
  }
}
