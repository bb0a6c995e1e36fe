import { UserError } from './errors';
import type { OpenedBy } from './features/opening/opening.service';
import type { Services } from './services';
import { type DataFolder, officePresence } from './store/folder';
import type { StoreKey } from './store/key/store-key';

export interface OpenOffice {
  readonly services: Services;
  readonly by: OpenedBy;
}

/** The folder's one office: not there yet, locked, or open. */
export class OfficeSlot {
  readonly #folder: DataFolder;
  readonly #openServices: (key: StoreKey) => Promise<Services>;
  #opened: OpenOffice | null = null;
  #opening: Promise<unknown> = Promise.resolve();

  constructor(folder: DataFolder, openServices: (key: StoreKey) => Promise<Services>) {
    this.#folder = folder;
    this.#openServices = openServices;
  }

  get opened(): OpenOffice | null {
    return this.#opened;
  }

  /** @throws OperationalError KEY_FILE_MISSING, STORE_FILE_MISSING */
  stateUntilOpened(): 'no-office' | 'store-locked' {
    return officePresence(this.#folder) === 'none' ? 'no-office' : 'store-locked';
  }

  /** Two windows may give the passphrase at once: the second is told that the store is open. */
  open(key: StoreKey, by: OpenedBy): Promise<void> {
    const turn = this.#opening.then(async () => {
      if (this.#opened) throw new UserError('STORE_OPEN');
      this.#opened = { services: await this.#openServices(key), by };
    });
    this.#opening = turn.catch(() => undefined);
    return turn;
  }

  async close(now: number): Promise<void> {
    await this.#opening;
    const opened = this.#opened;
    if (!opened) return;
    this.#opened = null;
    try {
      await opened.services.fieldRemoval.stop();
      await opened.services.bulkJobs.stop();
      await opened.services.settle.stop();
      await opened.services.trashPurge.settled();
      await opened.services.refusedCalls.flush(now);
    } finally {
      await opened.services.store.close();
    }
  }
}
