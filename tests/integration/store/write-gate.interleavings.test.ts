import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Store } from '../../../src-main/store/store';
import type { Transaction } from '../../../src-main/store/write-gate';
import { notesIn, openStoreWithNotes, writeNote, yieldToOthers } from './notes';

type Step =
  | { readonly kind: 'write' | 'write without waiting' | 'yield' | 'read' | 'fail' | 'keep for later' }
  | { readonly kind: 'nested'; readonly steps: readonly Step[]; readonly isErrorSwallowed: boolean };

const plain = fc.constantFrom(
  { kind: 'write' } as const,
  { kind: 'write' } as const,
  { kind: 'write without waiting' } as const,
  { kind: 'yield' } as const,
  { kind: 'yield' } as const,
  { kind: 'read' } as const,
  { kind: 'keep for later' } as const,
  { kind: 'fail' } as const,
);

const { steps } = fc.letrec<{ step: Step; steps: Step[] }>((tie) => ({
  steps: fc.array(tie('step'), { maxLength: 6, depthIdentifier: 'nesting' }),
  step: fc.oneof(
    { depthIdentifier: 'nesting', depthSize: 'small', withCrossShrink: true },
    { arbitrary: plain, weight: 5 },
    {
      arbitrary: fc.record({
        kind: fc.constant('nested' as const),
        steps: tie('steps'),
        isErrorSwallowed: fc.boolean(),
      }),
      weight: 1,
    },
  ),
}));

/** One writer: what it wrote, what it was told, and what it heard after the commit. */
class Writer {
  readonly name: string;
  readonly written: string[] = [];
  isConfirmed = false;
  commitsHeard = 0;
  keptTransaction: Transaction | null = null;
  readonly #store: Store;
  readonly #steps: readonly Step[];

  constructor(name: string, store: Store, steps: readonly Step[]) {
    this.name = name;
    this.#store = store;
    this.#steps = steps;
  }

  async run(): Promise<void> {
    try {
      await this.#store.write({}, async (tx) => {
        tx.afterCommit(() => {
          this.commitsHeard += 1;
        });
        await this.#follow(tx, this.#steps);
      });
      this.isConfirmed = true;
    } catch (error) {
      if (!(error instanceof PlannedFailure)) throw error;
    }
  }

  async #follow(tx: Transaction, steps: readonly Step[]): Promise<void> {
    for (const step of steps) {
      if (step.kind === 'write') await this.#write(tx);
      if (step.kind === 'write without waiting') void this.#write(tx);
      if (step.kind === 'yield') await yieldToOthers();
      if (step.kind === 'read') await notesIn(this.#store);
      if (step.kind === 'keep for later') this.keptTransaction = tx;
      if (step.kind === 'fail') throw new PlannedFailure();
      if (step.kind === 'nested') await this.#nest(tx, step.steps, step.isErrorSwallowed);
    }
  }

  async #nest(tx: Transaction, steps: readonly Step[], isErrorSwallowed: boolean): Promise<void> {
    const nested = this.#store.write({ tx }, (inner) => this.#follow(inner, steps));
    await (isErrorSwallowed ? nested.catch(() => 'swallowed') : nested);
  }

  #write(tx: Transaction): Promise<void> {
    const text = `${this.name}.${this.written.length}`;
    this.written.push(text);
    return writeNote(tx, text);
  }
}

class PlannedFailure extends Error {}

function hasFailure(steps: readonly Step[]): boolean {
  return steps.some((step) => step.kind === 'fail' || (step.kind === 'nested' && hasFailure(step.steps)));
}

test('however writers interleave, the store holds what was confirmed and nothing else', async () => {
  const { store } = await openStoreWithNotes();
  let round = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 2, maxLength: 6 }), async (plans) => {
      round += 1;
      await store.write({}, (tx) => tx.manager.query('DELETE FROM note'));
      const writers = plans.map((plan, index) => new Writer(`${round}.${index}`, store, plan));
      await Promise.all(writers.map((writer) => writer.run()));
      for (const { keptTransaction } of writers) {
        if (keptTransaction) await expect(store.write({ tx: keptTransaction }, async () => 'late')).rejects.toThrow();
      }
      const confirmed = writers.filter((writer) => writer.isConfirmed);
      expect(confirmed.map(({ name }) => name)).toEqual(
        writers.filter((_, index) => !hasFailure(plans[index] ?? [])).map(({ name }) => name),
      );
      expect(await notesIn(store)).toEqual(confirmed.flatMap(({ written }) => written).sort());
      expect(writers.map(({ commitsHeard }) => commitsHeard)).toEqual(writers.map(({ isConfirmed }) => +isConfirmed));
    }),
    { numRuns: 150 },
  );
});
