import type { OutputOf, ParsedInputOf } from '../../../src-shared/contract';
import type { RefusedCall as RefusedCallView } from '../../../src-shared/contract/activity';
import type { ErrorCode } from '../../../src-shared/errors';
import type { Actor, Context } from '../../context';
import type { Events } from '../../events';
import { pageOf, readCursor } from '../../paging';
import type { Store } from '../../store/store';
import { People, type PeopleServices, type RecordedPerson } from './people';
import { countRefusedCall, insertRefusedCall, type RefusedRow, refusedCallsPage } from './refused-calls.repository';

const pageSize = 50;

/** Within this time the same refusal to the same person is one row that counts, in milliseconds. */
const countedTogetherMs = 60 * 60 * 1000;
/** Repetitions are written at most this often, so that a flood of refused calls is no flood of writes. */
const writtenEveryMs = 10 * 1000;
const mostRowsAtOnce = 1000;

interface Counting {
  /** The row, once it is written. Taken hold of before that, so that several refusals at once are one row. */
  readonly rowId: Promise<number>;
  readonly firstAt: number;
  lastAt: number;
  unwritten: number;
  writtenAt: number;
}

export interface RefusedCall {
  readonly actor: Pick<Actor, 'accountId' | 'delegate'> | null;
  readonly procedure: string;
  readonly code: ErrorCode;
}

export interface RefusedCallsServices extends PeopleServices {
  readonly store: Store;
  readonly events: Events;
}

/** Keeps account of the calls that were refused. The first is written at once, repetitions are added up. */
export class RefusedCallsService {
  readonly #services: RefusedCallsServices;
  readonly #counting = new Map<string, Counting>();

  constructor(services: RefusedCallsServices) {
    this.#services = services;
  }

  async list(
    { now }: Context,
    input: ParsedInputOf<'activity.refusedCalls'>,
  ): Promise<OutputOf<'activity.refusedCalls'>> {
    await this.flush(now);
    const place = readCursor(input.cursor);
    const found = await refusedCallsPage(this.#services.store.read, place, pageSize);
    const page = pageOf(found, place, pageSize, (row) => String(row.lastAt));
    const people = await People.find(this.#services, page.rows.map(actorOfRow), now);
    return { ...page, rows: page.rows.map((row) => viewOf(row, people)) };
  }

  async record(refused: RefusedCall, now: number): Promise<void> {
    const { accountId, delegate } = refused.actor ?? {};
    const key = `${accountId} ${delegate?.id} ${refused.procedure} ${refused.code}`;
    const counting = this.#counting.get(key);
    if (counting && now - counting.firstAt < countedTogetherMs) {
      counting.unwritten += 1;
      counting.lastAt = now;
      if (now - counting.writtenAt >= writtenEveryMs) await this.#write(counting, now);
      return;
    }
    if (counting || this.#counting.size >= mostRowsAtOnce) await this.#forgetAll(now);
    const rowId = this.#insert(refused, now);
    this.#counting.set(key, { rowId, firstAt: now, lastAt: now, unwritten: 0, writtenAt: now });
    try {
      await rowId;
    } catch (error) {
      this.#counting.delete(key);
      throw error;
    }
  }

  /** Writes what has been added up: before it is read, and before the store is closed. */
  async flush(now: number): Promise<void> {
    for (const counting of this.#counting.values()) await this.#write(counting, now);
  }

  async #forgetAll(now: number): Promise<void> {
    const all = [...this.#counting.values()];
    this.#counting.clear();
    for (const counting of all) await this.#write(counting, now);
  }

  #insert({ actor, ...refused }: RefusedCall, now: number): Promise<number> {
    const { store, events } = this.#services;
    const by = { actorAccountId: actor?.accountId ?? null, actorAuthorizedUserId: actor?.delegate?.id ?? null };
    return store.write({}, async (tx) => {
      tx.afterCommit(() => events.changed('activity'));
      return insertRefusedCall(tx.manager, { ...by, ...refused, firstAt: now, lastAt: now, count: 1 });
    });
  }

  async #write(counting: Counting, now: number): Promise<void> {
    const { unwritten: more, lastAt } = counting;
    if (more === 0) return;
    counting.unwritten -= more;
    counting.writtenAt = now;
    try {
      const rowId = await counting.rowId;
      await this.#services.store.write({}, (tx) => countRefusedCall(tx.manager, rowId, { more, lastAt }));
    } catch (error) {
      counting.unwritten += more;
      throw error;
    }
  }
}

function actorOfRow({ actorAccountId, actorAuthorizedUserId }: RefusedRow): RecordedPerson {
  return { accountId: actorAccountId, authorizedUserId: actorAuthorizedUserId };
}

function viewOf(row: RefusedRow, people: People): RefusedCallView {
  const { id, actorAccountId: _account, actorAuthorizedUserId: _authorizedUser, ...refused } = row;
  return { ...refused, number: id, actor: people.get(actorOfRow(row)) };
}
