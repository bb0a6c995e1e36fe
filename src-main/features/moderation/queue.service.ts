import type { EntityManager } from 'typeorm';
import type { OutputOf, ParsedInputOf } from '../../../src-shared/contract';
import type { CaseFilter } from '../../../src-shared/contract/sign-up-cases';
import type { Context } from '../../context';
import { UserError } from '../../errors';
import { LatestOfWindow } from '../../latest-of-window';
import { cursorToLastPage, pageOf, readCursorOf } from '../../paging';
import { domainForm } from '../../store/mail-address';
import { signUpSearch } from '../../store/search/sign-up-search';
import type { SignUpFilter } from '../../store/sign-up-list/sign-up-filter';
import { SignUpPages } from '../../store/sign-up-list/sign-up-pages';
import { countsOfTabs, signUpTotal } from '../../store/sign-up-list/sign-up-total';
import type { Store } from '../../store/store';
import type { AccountsService } from '../accounts/accounts.service';
import { type ModerationPolicies, reminderMs } from '../moderation-settings/policies.service';
import type { ProfileTypesService } from '../profiles/profile-types.service';
import type { CaseView } from './case-view';
import type { Settle } from './settle.service';
import type { SignUpCases } from './sign-up-cases.service';

const pageSize = 50;

export interface QueueServices {
  readonly store: Store;
  readonly accounts: AccountsService;
  readonly profileTypes: ProfileTypesService;
  readonly policies: ModerationPolicies;
  readonly cases: SignUpCases;
  readonly caseView: CaseView;
  readonly settle: Settle;
}

/** The queue, part by part, and how many there are in each. */
export class Queue {
  readonly #services: QueueServices;
  readonly #pages: SignUpPages;
  readonly #turns = new LatestOfWindow();

  constructor(services: QueueServices) {
    this.#services = services;
    this.#pages = new SignUpPages(services.store);
  }

  async page(context: Context, input: ParsedInputOf<'moderation.queue'>): Promise<OutputOf<'moderation.queue'>> {
    const { store, cases, caseView, settle } = this.#services;
    const { isReversed = false, cursor, ...asked } = input;
    await settle.due(context.now);
    // Whoever waits longest comes first; of what is decided that is of interest which was decided last.
    const isDescending = (asked.tab === 'decided') !== isReversed;
    const place = readCursorOf(cursor, 'number');
    const filter = await this.filter(store.read, context, asked);
    const found = await this.#pages.find(filter, { isDescending, place }, pageSize);
    const page = pageOf(found.places, place, pageSize, ({ key }) => key);
    const shown = await cases.byIds(
      store.read,
      page.rows.map(({ id }) => id),
    );
    const rows = await caseView.rows(store.read, context, shown);
    const last = page.next === null ? null : cursorToLastPage('number', isDescending);
    return { ...page, last, rows, atLeast: found.atLeast ?? rows.length };
  }

  async total(context: Context, asked: ParsedInputOf<'moderation.total'>): Promise<OutputOf<'moderation.total'>> {
    const { store, settle } = this.#services;
    await settle.due(context.now);
    const filter = await this.filter(store.read, context, asked);
    return { total: await this.#turns.run(context.window, () => signUpTotal(store, filter)) };
  }

  async counts({ now }: Context): Promise<OutputOf<'moderation.counts'>> {
    const { store, policies, settle } = this.#services;
    await settle.due(now);
    return { ...(await countsOfTabs(store.read)), reminderAge: reminderMs(await policies.get(store.read)) };
  }

  /** @throws UserError NOT_FOUND for a profile type or a moderator that is no more */
  async filter(manager: EntityManager, { now }: Context, asked: CaseFilter): Promise<SignUpFilter> {
    const { search, typeId, domain, claimedBy, ...rest } = asked;
    return {
      ...rest,
      now,
      search: signUpSearch(search ?? ''),
      typeId: typeId === undefined ? undefined : await this.#typeId(manager, typeId),
      domain: domain === undefined || domain === '' ? undefined : domainForm(domain.trim().replace(/^@/, '')),
      claimedBy: claimedBy === undefined ? undefined : await this.#accountId(manager, claimedBy, now),
    };
  }

  async #typeId(manager: EntityManager, publicId: string): Promise<number> {
    const type = await this.#services.profileTypes.find(manager, publicId);
    if (!type) throw new UserError('NOT_FOUND');
    return type.id;
  }

  async #accountId(manager: EntityManager, publicId: string, now: number): Promise<number> {
    const account = await this.#services.accounts.find(manager, publicId, now);
    if (!account) throw new UserError('NOT_FOUND');
    return account.id;
  }
}
