import type { ActivityAct, SubjectKind } from '../../../src-shared/activity';
import type { OutputOf, ParsedInputOf } from '../../../src-shared/contract';
import type { ActivityEntry } from '../../../src-shared/contract/activity';
import type { Context } from '../../context';
import { UserError } from '../../errors';
import type { Events } from '../../events';
import { pageOf, readCursor } from '../../paging';
import type { Store } from '../../store/store';
import type { Transaction } from '../../store/write-gate';
import type { AccountsService } from '../accounts/accounts.service';
import { appendEntry, type EntryRow, entriesPage } from './activity.repository';
import { changesBetween, type Recordable, readPayload } from './changes';
import { type RefusedRow, refusedCallsPage } from './refused-calls.repository';

export type { Recordable };

const pageSize = 50;

export interface Recorded {
  readonly act: ActivityAct;
  readonly subject: { readonly kind: SubjectKind; readonly id: number; readonly label: string };
  /** The record before and after; null or left out where there was, or is, none. Secrets are never among its fields. */
  readonly before?: Recordable | null;
  readonly after?: Recordable | null;
  readonly onBehalfOf?: number;
  readonly reason?: string;
}

type Person = ActivityEntry['actor'];

/** The append-only record of every change, and of the calls that were refused. */
export class ActivityService {
  readonly #store: Store;
  readonly #accounts: AccountsService;
  readonly #events: Events;

  constructor(store: Store, accounts: AccountsService, events: Events) {
    this.#store = store;
    this.#accounts = accounts;
    this.#events = events;
  }

  /** Records an act in the transaction of the change itself: both are durable, or neither is. */
  async record(tx: Transaction, context: Context, recorded: Recorded): Promise<void> {
    const { subject, before = null, after = null, onBehalfOf = null, reason = null } = recorded;
    const actorAccountId = context.actor?.accountId ?? null;
    const people = [actorAccountId, subject.kind === 'account' ? subject.id : null, onBehalfOf];
    await appendEntry(tx.manager, {
      at: context.now,
      act: recorded.act,
      actorAccountId,
      actorLoginId: context.actor?.loginId ?? null,
      subjectKind: subject.kind,
      subjectId: subject.id,
      onBehalfOfAccountId: onBehalfOf,
      payload: JSON.stringify({ label: subject.label, changes: changesBetween(before, after), reason }),
      people: people.filter((id) => id !== null),
    });
    tx.afterCommit(() => this.#events.changed('activity'));
  }

  async list(input: ParsedInputOf<'activity.list'>): Promise<OutputOf<'activity.list'>> {
    const place = readCursor(input.cursor);
    const accountId = input.personId === undefined ? undefined : await this.#personId(input.personId);
    const rows = await entriesPage(this.#store.read, { act: input.act, accountId }, place, pageSize);
    const page = pageOf(rows, place, pageSize);
    const people = await this.#people(page.rows);
    return { ...page, rows: page.rows.map((row) => entryOf(row, people)) };
  }

  async people(search: string): Promise<OutputOf<'activity.people'>> {
    const rows = await this.#accounts.findPeople(search, 20);
    return { rows: rows.map(personOf) };
  }

  async refusedCalls(input: ParsedInputOf<'activity.refusedCalls'>): Promise<OutputOf<'activity.refusedCalls'>> {
    const place = readCursor(input.cursor);
    const page = pageOf(await refusedCallsPage(this.#store.read, place, pageSize), place, pageSize);
    const people = await this.#peopleById(page.rows.map((row) => row.actorAccountId));
    return { ...page, rows: page.rows.map((row) => refusedCallOf(row, people)) };
  }

  async #personId(publicId: string): Promise<number> {
    const account = await this.#accounts.find(this.#store.read, publicId);
    if (!account) throw new UserError('NOT_FOUND');
    return account.id;
  }

  #people(rows: readonly EntryRow[]): Promise<Map<number, NonNullable<Person>>> {
    return this.#peopleById(
      rows.flatMap((row) => [
        row.actorAccountId,
        row.onBehalfOfAccountId,
        row.subjectKind === 'account' ? row.subjectId : null,
      ]),
    );
  }

  async #peopleById(ids: readonly (number | null)[]): Promise<Map<number, NonNullable<Person>>> {
    const rows = await this.#accounts.peopleByIds([...new Set(ids.filter((id) => id !== null))]);
    return new Map(rows.map((row) => [row.id, personOf(row)]));
  }
}

function personOf(row: { publicId: string; givenName: string; familyName: string; email: string }) {
  return { id: row.publicId, name: `${row.givenName} ${row.familyName}`.trim(), email: row.email };
}

function entryOf(row: EntryRow, people: ReadonlyMap<number, NonNullable<Person>>): ActivityEntry {
  const person = (id: number | null): Person => (id === null ? null : (people.get(id) ?? null));
  const { label, changes, reason } = readPayload(row.payload);
  return {
    number: row.id,
    at: row.at,
    act: row.act,
    actor: person(row.actorAccountId),
    subject: {
      kind: row.subjectKind,
      label,
      person: row.subjectKind === 'account' ? person(row.subjectId) : null,
    },
    onBehalfOf: person(row.onBehalfOfAccountId),
    reason,
    changes: changes.map(({ field, before, after }) => ({ field, before, after })),
  };
}

function refusedCallOf(row: RefusedRow, people: ReadonlyMap<number, NonNullable<Person>>) {
  const { id, actorAccountId, ...refused } = row;
  return { ...refused, number: id, actor: actorAccountId === null ? null : (people.get(actorAccountId) ?? null) };
}
