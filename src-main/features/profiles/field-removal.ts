import { setImmediate } from 'node:timers/promises';
import type { Store } from '../../store/store';
import { deleteValues, removedField } from './profile-types.repository';

/** So many values are deleted in a few milliseconds, and nobody else waits longer than that. */
const valuesAtOnce = 1_000;

/**
 * Deletes the values of fields that were removed together with them. The field is gone for everybody from the moment it
 * was removed; of a million values the last goes seconds later, in slices between which everything else has its turn.
 * Stopped in the middle, by whatever, it goes on where it was when it is started again.
 */
export class FieldRemoval {
  readonly #store: Store;
  #running: Promise<void> | null = null;
  #isStopped = false;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Resolves when nothing is left to delete. Asked again meanwhile, it is the same run. */
  finish(): Promise<void> {
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** Before the store is closed: the slice under way is the last. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#isStopped) {
      const fieldId = await removedField(this.#store.read);
      if (fieldId === null) return;
      await this.#store.write({}, ({ manager }) => deleteValues(manager, fieldId, valuesAtOnce));
      await setImmediate();
    }
  }
}
