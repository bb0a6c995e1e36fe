import type { ActivityAct, SubjectKind } from '../../../src-shared/activity';
import type { OutputOf, ParsedInputOf } from '../../../src-shared/contract';
import type { ActivityEntry } from '../../../src-shared/contract/activity';
import type { Context } from '../../context';
import { UserError } from '../../errors';
import type { Events } from '../../events';
import { type Page, pageOf, readCursor } from '../../paging';
import type { Store } from '../../store/store';
import type { Transaction } from '../../store/write-gate';
import {
  appendEntries,
  appendEntry,
  blankEntriesAbout,
  blankEntriesAboutAuthorizedUser,
  type EntryFilter,
  type EntryRow,
  entriesPage,
  type NewEntry,
} from './activity.repository';
import { type Change, changesBetween, type Recordable, readPayload } from './changes';
import { People, type PeopleServices, personOf, type RecordedPerson } from './people';

export type { Recordable };

const pageSize = 50;

export interface Recorded {
  readonly act: ActivityAct;
  readonly subject: { readonly kind: SubjectKind; readonly id: number; readonly label: string };
  /** The record before and after; null or left out where there was, or is, none. Secrets are never among its fields. */
  readonly before?: Recordable | null;
  readonly after?: Recordable | null;
  /** The account whose wish it was. Who acts as an authorized user always acts on behalf of the account. */
  readonly onBehalfOf?: number;
  readonly reason?: string;
  /** How it was made sure who asked for it. */
  readonly identityVerifiedBy?: string | null;
}

export interface ActivityServices extends PeopleServices {
  readonly store: Store;
  readonly events: Events;
}

/** An entry as it was written, for whoever shows only a part of it. */
export interface Entry {
  readonly number: number;
  readonly at: number;
  readonly act: ActivityAct;
  readonly actor: RecordedPerson;
  /** As they are called now; empty for nobody, and for who is no longer there. */
  readonly actorName: string;
  readonly subject: { readonly kind: SubjectKind; readonly id: number; readonly label: string };
  readonly changes: readonly Change[];
}

/** The append-only record of every change, and of the calls that were refused. */
export class ActivityService {
  readonly #services: ActivityServices;

  constructor(services: ActivityServices) {
    this.#services = services;
  }

  /** Records an act in the transaction of the change itself: both are durable, or neither is. */
  async record(tx: Transaction, context: Context, recorded: Recorded): Promise<void> {
    const entry = entryFor(context, recorded);
    await appendEntry(tx.manager, entry);
    tx.afterCommit(() => {
      this.#services.events.changed('activity');
      for (const accountId of toldOf(entry)) this.#services.events.changedFor(accountId, 'myAccount');
    });
  }

  /**
   * The same for hundreds of acts at once. Windows are not told of it, which would take longer than the acts: whoever
   * does so much tells them now and then that something has changed.
   */
  recordMany(tx: Transaction, context: Context, recorded: readonly Recorded[]): Promise<void> {
    return appendEntries(
      tx,
      recorded.map((one) => entryFor(context, one)),
    );
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

  /** The newest of it, for whoever sees it beside something else. */
  async latestAbout(accountId: number, limit: number, now: number): Promise<ActivityEntry[]> {
    const { page, people } = await this.#entries({ accountId, isAbout: true }, undefined, now, limit);
    return page.rows.map((row) => entryOf(row, people));
  }

  /** The same for the account's own people, who are shown only a part of it. */
  async entriesAbout(
    accountId: number,
    exceptActs: readonly ActivityAct[],
    cursor: string | undefined,
    now: number,
  ): Promise<Page<Entry>> {
    const { page, people } = await this.#entries({ accountId, isAbout: true, exceptActs }, cursor, now);
    return { ...page, rows: page.rows.map((row) => writtenEntry(row, people)) };
  }

  async people({ now }: Context, search: string): Promise<OutputOf<'activity.people'>> {
    const rows = await this.#services.accounts.findPeople(search, 20, now);
    return { rows: rows.map(personOf) };
  }

  /** For a deletion for good: that something was done with the account stays, what it was goes. */
  blank(tx: Transaction, accountId: number): Promise<void> {
    return blankEntriesAbout(tx.manager, accountId);
  }

  /** The same for one authorized user of an account. */
  blankAuthorizedUser(tx: Transaction, who: { readonly id: number; readonly accountId: number }): Promise<void> {
    return blankEntriesAboutAuthorizedUser(tx.manager, who);
  }

  async #page(filter: EntryFilter, cursor: string | undefined, now: number): Promise<Page<ActivityEntry>> {
    const { page, people } = await this.#entries(filter, cursor, now);
    return { ...page, rows: page.rows.map((row) => entryOf(row, people)) };
  }

  async #entries(filter: EntryFilter, cursor: string | undefined, now: number, size = pageSize) {
    const place = readCursor(cursor);
    const page = pageOf(await entriesPage(this.#services.store.read, filter, place, size), place, size);
    const wanted = page.rows.flatMap((row) => [actorOfRow(row), ...peopleAbout(row)]);
    return { page, people: await People.find(this.#services, wanted, now) };
  }

  async #accountId(publicId: string, now: number): Promise<number> {
    const account = await this.#services.accounts.find(this.#services.store.read, publicId, now);
    if (!account) throw new UserError('NOT_FOUND');
    return account.id;
  }
}

function entryFor({ now, actor }: Context, recorded: Recorded): NewEntry {
  const { subject, before = null, after = null, reason = null, identityVerifiedBy = null } = recorded;
  const { onBehalfOf = actor?.delegate ? actor.accountId : null } = recorded;
  const payload = { label: subject.label, changes: changesBetween(before, after), reason, identityVerifiedBy };
  const actorAccountId = actor?.accountId ?? null;
  const people = [actorAccountId, subject.kind === 'account' ? subject.id : null, onBehalfOf];
  return {
    at: now,
    act: recorded.act,
    actorAccountId,
    actorAuthorizedUserId: actor?.delegate?.id ?? null,
    actorLoginId: actor?.loginId ?? null,
    subjectKind: subject.kind,
    subjectId: subject.id,
    onBehalfOfAccountId: onBehalfOf,
    payload: JSON.stringify(payload),
    people: people.filter((id) => id !== null),
  };
}

/** The accounts whose people see the entry. */
function toldOf({ subjectKind, subjectId, onBehalfOfAccountId, actorAccountId }: NewEntry): ReadonlySet<number> {
  const isByHolder = subjectKind === 'authorized-user' && onBehalfOfAccountId === null;
  const about = isByHolder ? [actorAccountId] : [subjectKind === 'account' ? subjectId : null, onBehalfOfAccountId];
  return new Set(about.filter((id) => id !== null));
}

function actorOfRow({ actorAccountId, actorAuthorizedUserId }: EntryRow): RecordedPerson {
  return { accountId: actorAccountId, authorizedUserId: actorAuthorizedUserId };
}

function subjectOfRow({ subjectKind, subjectId }: EntryRow): RecordedPerson | null {
  if (subjectKind === 'authorized-user') return { accountId: null, authorizedUserId: subjectId };
  return subjectKind === 'account' ? holderOf(subjectId) : null;
}

function holderOf(accountId: number): RecordedPerson {
  return { accountId, authorizedUserId: null };
}

/** The people that an entry says something about. */
function peopleAbout(row: EntryRow): RecordedPerson[] {
  const onBehalfOf = row.onBehalfOfAccountId === null ? null : holderOf(row.onBehalfOfAccountId);
  return [subjectOfRow(row), onBehalfOf].filter((person) => person !== null);
}

function payloadOf(row: EntryRow, people: People) {
  // Of somebody whose time in the trash is over nothing is told any more, also before it has really been blanked.
  const isGone = peopleAbout(row).some((person) => people.get(person) === null);
  return readPayload(isGone ? null : row.payload);
}

function writtenEntry(row: EntryRow, people: People): Entry {
  const { label, changes } = payloadOf(row, people);
  const actor = actorOfRow(row);
  return {
    number: row.id,
    at: row.at,
    act: row.act,
    actor,
    actorName: people.get(actor)?.name ?? '',
    subject: { kind: row.subjectKind, id: row.subjectId, label },
    changes,
  };
}

function entryOf(row: EntryRow, people: People): ActivityEntry {
  const { label, changes, reason, identityVerifiedBy } = payloadOf(row, people);
  const subject = subjectOfRow(row);
  return {
    number: row.id,
    at: row.at,
    act: row.act,
    actor: people.get(actorOfRow(row)),
    subject: { kind: row.subjectKind, label, person: subject && people.get(subject) },
    onBehalfOf: row.onBehalfOfAccountId === null ? null : people.get(holderOf(row.onBehalfOfAccountId)),
    reason,
    identityVerifiedBy,
    changes: changes.map(({ field, before, after }) => ({ field, before, after })),
  };
}
