import type { ActivityAct, SubjectKind } from '../../../src-shared/activity';
import type { OutputOf, ParsedInputOf } from '../../../src-shared/contract';
import type { ActivityEntry } from '../../../src-shared/contract/activity';
import type { Context } from '../../context';
import { UserError } from '../../errors';
import type { Events } from '../../events';
import { type Page, pageOf, readCursor } from '../../paging';
import type { Store } from '../../store/store';
import type { Transaction } from '../../store/write-gate';
import type { AccountsService } from '../accounts/accounts.service';
import { appendEntry, blankEntriesAbout, type EntryFilter, type EntryRow, entriesPage } from './activity.repository';
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
  /** How it was made sure who asked for it. */
  readonly identityVerifiedBy?: string | null;
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
    const { subject, before = null, after = null, onBehalfOf = null } = recorded;
    const { reason = null, identityVerifiedBy = null } = recorded;
    const payload = { label: subject.label, changes: changesBetween(before, after), reason, identityVerifiedBy };
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
      payload: JSON.stringify(payload),
      people: people.filter((id) => id !== null),
    });
    tx.afterCommit(() => this.#events.changed('activity'));
  }

  async list(
    { now }: Context,
    { act, personId, cursor }: ParsedInputOf<'activity.list'>,
  ): Promise<OutputOf<'activity.list'>> {
    const accountId = personId === undefined ? undefined : await this.#accountId(personId, now);
    return this.#page({ act, accountId }, cursor, now);
  }

  /** What was done with an account, by whomever. @throws UserError NOT_FOUND */
  async about(
    { now }: Context,
    { id, cursor }: ParsedInputOf<'accounts.activity'>,
  ): Promise<OutputOf<'accounts.activity'>> {
    return this.#page({ accountId: await this.#accountId(id, now), isAbout: true }, cursor, now);
  }

  async people({ now }: Context, search: string): Promise<OutputOf<'activity.people'>> {
    const rows = await this.#accounts.findPeople(search, 20, now);
    return { rows: rows.map(personOf) };
  }

  /** For a deletion for good: that something was done with the account stays, what it was goes. */
  blank(tx: Transaction, accountId: number): Promise<void> {
    return blankEntriesAbout(tx.manager, accountId);
  }

  async #page(filter: EntryFilter, cursor: string | undefined, now: number): Promise<Page<ActivityEntry>> {
    const place = readCursor(cursor);
    const page = pageOf(await entriesPage(this.#store.read, filter, place, pageSize), place, pageSize);
    const people = await this.#people(page.rows, now);
    return { ...page, rows: page.rows.map((row) => entryOf(row, people)) };
  }

  async #accountId(publicId: string, now: number): Promise<number> {
    const account = await this.#accounts.find(this.#store.read, publicId, now);
    if (!account) throw new UserError('NOT_FOUND');
    return account.id;
  }

  #people(rows: readonly EntryRow[], now: number): Promise<ReadonlyMap<number, Person>> {
    const ids = rows.flatMap((row) => [row.actorAccountId, ...accountsAbout(row)]);
    return peopleById(this.#accounts, ids, now);
  }
}

/** The accounts that an entry says something about. */
function accountsAbout({ subjectKind, subjectId, onBehalfOfAccountId }: EntryRow): number[] {
  return [subjectKind === 'account' ? subjectId : null, onBehalfOfAccountId].filter((id) => id !== null);
}

function entryOf(row: EntryRow, people: ReadonlyMap<number, Person>): ActivityEntry {
  const person = (id: number | null): Person | null => (id === null ? null : (people.get(id) ?? null));
  // Of somebody whose time in the trash is over nothing is told any more, also before it has really been blanked.
  const isGone = accountsAbout(row).some((id) => !people.has(id));
  const { label, changes, reason, identityVerifiedBy } = readPayload(isGone ? null : row.payload);
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
    identityVerifiedBy,
    changes: changes.map(({ field, before, after }) => ({ field, before, after })),
  };
}
