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
import { type Person, peopleById, personOf } from './people';

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

  async #personId(publicId: string): Promise<number> {
    const account = await this.#accounts.find(this.#store.read, publicId);
    if (!account) throw new UserError('NOT_FOUND');
    return account.id;
  }

  #people(rows: readonly EntryRow[]): Promise<ReadonlyMap<number, Person>> {
    return peopleById(
      this.#accounts,
      rows.flatMap((row) => [
        row.actorAccountId,
        row.onBehalfOfAccountId,
        row.subjectKind === 'account' ? row.subjectId : null,
      ]),
    );
  }
}

function entryOf(row: EntryRow, people: ReadonlyMap<number, Person>): ActivityEntry {
  const person = (id: number | null): Person | null => (id === null ? null : (people.get(id) ?? null));
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
