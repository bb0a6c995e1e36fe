import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { StaffGroup } from '../../../src-main/features/groups/group.entity';
import { operationalErrorOf } from '../../../src-main/store/disk-errors';
import type { Transaction } from '../../../src-main/store/write-gate';
import { fillDisk, smallDisk } from '../../support/real-disks';
import { openTestStore } from '../../support/test-store';
import { rejectionOf } from '../../support/thrown-by';
import { notesIn, openStoreWithNotes, writeNote, yieldToOthers } from './notes';

test('of writers at the same time, what is confirmed stays and what is rolled back does not', async () => {
  const { store } = await openStoreWithNotes();
  const writer = (name: string, fails: boolean) =>
    store.write({}, async (tx) => {
      await writeNote(tx, `${name} 1`);
      await yieldToOthers();
      await writeNote(tx, `${name} 2`);
      if (fails) throw new Error(`${name} gives up`);
    });
  const outcomes = await Promise.allSettled([writer('first', false), writer('second', true), writer('third', false)]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await notesIn(store)).toEqual(['first 1', 'first 2', 'third 1', 'third 2']);
});

test('writers get their turn in the order in which they asked', async () => {
  const { store } = await openStoreWithNotes();
  const turns: number[] = [];
  await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      store.write({}, async () => {
        turns.push(index);
        await yieldToOthers();
      }),
    ),
  );
  expect(turns).toEqual(Array.from({ length: 20 }, (_, index) => index));
});

test('nobody sees a change before it is committed, nor after it was rolled back', async () => {
  const { store } = await openStoreWithNotes();
  await store.write({}, async (tx) => {
    await writeNote(tx, 'kept');
    expect(await notesIn(store)).toEqual([]);
  });
  expect(await notesIn(store)).toEqual(['kept']);
});

test('a nested write joins the transaction that is handed on to it, and commits and rolls back with it', async () => {
  const { store } = await openStoreWithNotes();
  const both = async (fails: boolean) =>
    store.write({}, async (tx) => {
      await store.write({ tx }, async (inner) => {
        expect(inner).toBe(tx);
        await writeNote(inner, 'inner');
      });
      await writeNote(tx, 'outer');
      if (fails) throw new Error('the outer one gives up');
    });
  await expect(both(true)).rejects.toThrow('the outer one gives up');
  expect(await notesIn(store)).toEqual([]);
  await both(false);
  expect(await notesIn(store)).toEqual(['inner', 'outer']);
});

test('a part that fails takes the whole with it, even if its error is swallowed', async () => {
  const { store } = await openStoreWithNotes();
  const whole = store.write({}, async (tx) => {
    await writeNote(tx, 'before');
    await store
      .write({ tx }, async () => {
        throw new Error('the part gives up');
      })
      .catch(() => 'swallowed');
    await writeNote(tx, 'after');
  });
  await expect(whole).rejects.toThrow('the part gives up');
  expect(await notesIn(store)).toEqual([]);
});

test('a write inside a transaction that does not hand it on is refused, instead of waiting for itself', async () => {
  const { store } = await openStoreWithNotes();
  const outer = store.write({}, async (tx) => {
    await writeNote(tx, 'outer');
    await store.write({}, (inner) => writeNote(inner, 'inner'));
  });
  await expect(outer).rejects.toThrow(/must hand that transaction on/);
  expect(await notesIn(store)).toEqual([]);
  await store.write({}, (tx) => writeNote(tx, 'next'));
  expect(await notesIn(store)).toEqual(['next']);
});

test('what was begun in a transaction may write in one of its own once that has ended', async () => {
  const { store } = await openStoreWithNotes();
  const { promise: hasEnded, resolve: end } = Promise.withResolvers<void>();
  const begun = await store.write({}, async (tx) => {
    await writeNote(tx, 'first');
    return { later: hasEnded.then(() => store.write({}, (own) => writeNote(own, 'second'))) };
  });
  end();
  await begun.later;
  expect(await notesIn(store)).toEqual(['first', 'second']);
});

test('a transaction that has ended is refused, whether it was committed or rolled back', async () => {
  const { store } = await openStoreWithNotes();
  const kept: Transaction[] = [];
  await store.write({}, async (tx) => void kept.push(tx));
  await rejectionOf(
    store.write({}, async (tx) => {
      kept.push(tx);
      throw new Error('gives up');
    }),
  );
  for (const tx of kept) {
    expect(() => tx.manager).toThrow(/has ended/);
    await expect(store.write({ tx }, async () => 'done')).rejects.toThrow(/has ended/);
  }
});

test('a manager kept beyond its transaction is refused, also while the next one is open', async () => {
  const { store } = await openStoreWithNotes();
  const kept = await store.write({}, async (tx) => ({ manager: tx.manager }));
  const group = kept.manager.create(StaffGroup, {
    publicId: 'kept',
    version: 1,
    name: 'Kept',
    nameFolded: 'kept',
    description: '',
    createdAt: 0,
    updatedAt: 0,
  });
  const tries = async () => {
    await expect(kept.manager.query("INSERT INTO note (text) VALUES ('late')")).rejects.toThrow(/has ended/);
    await expect(kept.manager.save(group)).rejects.toThrow(/has ended/);
    await expect(kept.manager.insert(StaffGroup, group)).rejects.toThrow(/has ended/);
    await expect(kept.manager.update(StaffGroup, { id: 1 }, { name: 'late' })).rejects.toThrow(/has ended/);
    await expect(kept.manager.findOneBy(StaffGroup, { id: 1 })).rejects.toThrow(/has ended/);
    await expect(kept.manager.transaction(async () => 'done')).rejects.toThrow();
    await expect(kept.manager.getRepository(StaffGroup).save(group)).rejects.toThrow(/has ended/);
  };
  await tries();
  await store.write({}, async (tx) => {
    await writeNote(tx, 'next');
    await tries();
  });
  expect(await notesIn(store)).toEqual(['next']);
  expect(await store.read.countBy(StaffGroup, {})).toBe(0);
});

test('a write that is not waited for does not slip in behind the commit', async () => {
  const { store } = await openStoreWithNotes();
  const { promise: hasEnded, resolve: end } = Promise.withResolvers<void>();
  const { straggler } = await store.write({}, async (tx) => {
    await writeNote(tx, 'in time');
    const { manager } = tx;
    return {
      straggler: rejectionOf(hasEnded.then(() => manager.query("INSERT INTO note (text) VALUES ('too late')"))),
    };
  });
  end();
  expect(await straggler).toMatchObject({ message: expect.stringContaining('has ended') });
  expect(await notesIn(store)).toEqual(['in time']);
});

test('a statement that is not waited for belongs to its transaction all the same', async () => {
  const { store } = await openStoreWithNotes();
  const forgetful = (name: string, fails: boolean) =>
    store.write({}, async (tx) => {
      void writeNote(tx, name);
      if (fails) throw new Error('gives up');
    });
  await forgetful('kept', false);
  expect(await notesIn(store)).toEqual(['kept']);
  await rejectionOf(forgetful('gone', true));
  await store.write({}, async () => undefined);
  expect(await notesIn(store)).toEqual(['kept']);
});

test('what is to happen after the commit happens then, in its order, and not at all after a rollback', async () => {
  const { store } = await openStoreWithNotes();
  const happened: string[] = [];
  const note = (text: string) => () => void happened.push(text);
  await store.write({}, async (tx) => {
    tx.afterCommit(note('outer'));
    await store.write({ tx }, async (inner) => inner.afterCommit(note('inner')));
    await writeNote(tx, 'written');
    tx.afterCommit(() => {
      happened.push('a write of its own');
    });
    expect(happened).toEqual([]);
  });
  expect(happened).toEqual(['outer', 'inner', 'a write of its own']);
  await rejectionOf(
    store.write({}, async (tx) => {
      tx.afterCommit(note('never'));
      throw new Error('gives up');
    }),
  );
  await rejectionOf(
    store.write({}, async (tx) => {
      tx.afterCommit(note('never'));
      // A foreign key that does not hold at the commit itself.
      await tx.manager.query('PRAGMA defer_foreign_keys = ON');
      await tx.manager.query("INSERT INTO account_permission (account_id, permission) VALUES (99, 'staff.view')");
    }),
  );
  expect(happened).toEqual(['outer', 'inner', 'a write of its own']);
});

test('a change stands although what is to happen after it fails, and that is reported', async () => {
  const reported: unknown[] = [];
  const { store } = await openStoreWithNotes(undefined, { report: (error) => reported.push(error) });
  const happened: string[] = [];
  await store.write({}, async (tx) => {
    await writeNote(tx, 'written');
    tx.afterCommit(() => {
      throw new Error('Nobody could be told.');
    });
    tx.afterCommit(() => happened.push('the next'));
  });
  expect(await notesIn(store)).toEqual(['written']);
  expect(happened).toEqual(['the next']);
  expect(reported).toEqual([new Error('Nobody could be told.')]);
});

test('after the commit a change is visible and the gate is free', async () => {
  const { store } = await openStoreWithNotes();
  const { promise: follower, resolve: followed } = Promise.withResolvers<string[]>();
  await store.write({}, async (tx) => {
    await writeNote(tx, 'first');
    tx.afterCommit(() => {
      void store.write({}, (own) => writeNote(own, 'second')).then(async () => followed(await notesIn(store)));
    });
  });
  expect(await follower).toEqual(['first', 'second']);
});

test('the records that TypeORM saves are part of the transaction', async () => {
  const { store } = await openStoreWithNotes();
  const save = (fails: boolean) =>
    store.write({}, async (tx) => {
      const group = tx.manager.create(StaffGroup, {
        publicId: 'one',
        version: 1,
        name: 'Desk',
        nameFolded: 'desk',
        description: '',
        createdAt: 0,
        updatedAt: 0,
      });
      await tx.manager.save(group);
      if (fails) throw new Error('gives up');
    });
  await expect(save(true)).rejects.toThrow('gives up');
  expect(await store.read.countBy(StaffGroup, {})).toBe(0);
  await save(false);
  expect(await store.read.countBy(StaffGroup, {})).toBe(1);
});

test("a transaction of TypeORM's own inside one of ours is refused", async () => {
  const { store } = await openStoreWithNotes();
  const whole = store.write({}, (tx) =>
    tx.manager.transaction((manager) => manager.query("INSERT INTO note (text) VALUES ('inner')")),
  );
  await expect(whole).rejects.toThrow(/There is a transaction already/);
  await store.write({}, (tx) => writeNote(tx, 'next'));
  expect(await notesIn(store)).toEqual(['next']);
});

test('when SQLite rolls back by itself, nothing more is written, and the next writer finds the gate in order', async () => {
  const { store } = await openStoreWithNotes();
  const whole = store.write({}, async (tx) => {
    await writeNote(tx, 'twice');
    const second = tx.manager.query("INSERT OR ROLLBACK INTO note (text) VALUES ('twice')");
    await second.catch(() => 'swallowed');
    await writeNote(tx, 'alone').catch(() => 'swallowed as well');
  });
  await expect(whole).rejects.toThrow(/UNIQUE constraint failed/);
  expect(await notesIn(store)).toEqual([]);
  await rejectionOf(
    store.write({}, async (tx) => {
      await writeNote(tx, 'rolled back');
      throw new Error('gives up');
    }),
  );
  await store.write({}, (tx) => writeNote(tx, 'next'));
  expect(await notesIn(store)).toEqual(['next']);
});

test('a full disk refuses the change that does not fit, and those that fit later are made', async (context) => {
  const disk = await smallDisk(context, 4096);
  const { store } = await openStoreWithNotes(disk);
  await store.write({}, (tx) => writeNote(tx, 'before'));
  fillDisk(disk);
  const large = 'x'.repeat(1_000_000);
  const tooLarge = store.write({}, async (tx) => {
    await writeNote(tx, 'small beside it');
    await writeNote(tx, large);
  });
  expect(operationalErrorOf(await rejectionOf(tooLarge), disk)).toMatchObject({ code: 'DISK_FULL' });
  expect(await notesIn(store)).toEqual(['before']);
  rmSync(join(disk, 'filler'));
  await store.write({}, (tx) => writeNote(tx, 'after'));
  expect(await notesIn(store)).toEqual(['after', 'before']);
  expect(await store.readers.integrity()).toBe('ok');
});

test('a disk that fills up in the middle of a change is noticed in the middle of it', async (context) => {
  const disk = await smallDisk(context, 4096);
  const { store } = await openStoreWithNotes(disk);
  // Pages that do not fit into so small a cache are written to the log before the commit.
  await store.write({}, (tx) => tx.manager.query('PRAGMA cache_size = 10'));
  fillDisk(disk);
  const whole = store.write({}, async (tx) => {
    for (let index = 0; index < 100; index += 1) {
      await writeNote(tx, `${index} ${'x'.repeat(20_000)}`).catch(() => 'swallowed');
    }
  });
  expect(operationalErrorOf(await rejectionOf(whole), disk)).toMatchObject({ code: 'DISK_FULL' });
  expect(await notesIn(store)).toEqual([]);
  rmSync(join(disk, 'filler'));
  await store.write({}, (tx) => writeNote(tx, 'after'));
  expect(await notesIn(store)).toEqual(['after']);
});

test('closing waits for the writes that were asked for', async () => {
  const { store, file, key } = await openStoreWithNotes();
  const writes = ['one', 'two', 'three'].map((text) =>
    store.write({}, async (tx) => {
      await yieldToOthers();
      await writeNote(tx, text);
    }),
  );
  await Promise.all([store.close(), ...writes]);
  const { store: again } = await openTestStore(dirname(file), { key });
  expect(await notesIn(again)).toEqual(['one', 'three', 'two']);
});
