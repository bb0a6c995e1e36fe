import type { EntityManager } from 'typeorm';
import type { OutputOf, ParsedInputOf } from '../../../src-shared/contract';
import type { Context } from '../../context';
import { UserError } from '../../errors';
import { LatestOfWindow } from '../../latest-of-window';
import { cursorToLastPage, pageOf, readCursorOf } from '../../paging';
import type { AccountFilter } from '../../store/account-list/account-filter';
import { sortings } from '../../store/account-list/account-order';
import { AccountPages } from '../../store/account-list/account-pages';
import { AccountTotals } from '../../store/account-list/account-totals';
import { warmUpSorting } from '../../store/account-list/warm-up';
import { accountSearch } from '../../store/search/account-search';
import type { Store } from '../../store/store';
import type { GroupsService } from '../groups/groups.service';
import type { SignInWaits } from '../logins/sign-in-waits.service';
import type { ProfileTypesService } from '../profiles/profile-types.service';
import { listedAccounts } from './account-list.repository';
import type { AccountView } from './account-view';

const pageSize = 50;
/** What is known at no cost about how many match is told up to here. */
const mostAtLeast = 10_000;

type Asked = ParsedInputOf<'accounts.total'>;

export interface AccountListServices {
  readonly store: Store;
  readonly accountView: AccountView;
  readonly groups: GroupsService;
  readonly profileTypes: ProfileTypesService;
  readonly waits: SignInWaits;
}

/** The list of accounts: everybody, searched, sifted, sorted and counted. */
export class AccountListService {
  readonly #services: AccountListServices;
  readonly #pages: AccountPages;
  readonly #totals: AccountTotals;
  readonly #turns = new LatestOfWindow();
  #isWarm = false;

  constructor(services: AccountListServices) {
    this.#services = services;
    this.#pages = new AccountPages(services.store);
    this.#totals = new AccountTotals(services.store);
  }

  async list(context: Context, input: ParsedInputOf<'accounts.list'>): Promise<OutputOf<'accounts.list'>> {
    const { store, accountView } = this.#services;
    this.#warmUp();
    const { sort = 'name', isDescending = false, cursor, ...asked } = input;
    const place = readCursorOf(cursor, sortings[sort].kind);
    const filter = await this.#filter(store.read, asked, context.now);
    const found = await this.#pages.find(filter, { sort, isDescending, place }, pageSize);
    const page = pageOf(found.places, place, pageSize, ({ key }) => key);
    const ids = page.rows.map(({ id }) => id);
    const shown = await listedAccounts(store.read, ids);
    const atLeast = Math.max(found.atLeast ?? 0, page.rows.length);
    const last = page.next === null ? null : cursorToLastPage(sortings[sort].kind, isDescending);
    return { ...page, last, rows: await accountView.rows(store.read, shown), atLeast: Math.min(atLeast, mostAtLeast) };
  }

  async total(context: Context, asked: Asked): Promise<OutputOf<'accounts.total'>> {
    const filter = await this.#filter(this.#services.store.read, asked, context.now);
    return { total: await this.#turns.run(context.window, () => this.#totals.count(filter)) };
  }

  /** Somebody who looks at the list is about to search it. */
  #warmUp(): void {
    if (this.#isWarm) return;
    this.#isWarm = true;
    // Where it fails, as when the store is closed meanwhile, searching is as slow as without it and as right.
    warmUpSorting(this.#services.store).catch(() => undefined);
  }

  /** @throws UserError NOT_FOUND for a group or a profile type that is no more */
  async #filter(manager: EntityManager, asked: Asked, now: number): Promise<AccountFilter> {
    const { search, groupId, profileTypeId, isLocked, ...rest } = asked;
    return {
      ...rest,
      now,
      search: accountSearch(search ?? ''),
      groupId: groupId === undefined ? undefined : await this.#groupId(manager, groupId),
      profileTypeId: profileTypeId === undefined ? undefined : await this.#profileTypeId(manager, profileTypeId),
      loginIds: isLocked ? await this.#services.waits.lockedLogins(manager, now) : undefined,
    };
  }

  async #groupId(manager: EntityManager, publicId: string): Promise<number> {
    const group = (await this.#services.groups.all(manager)).find((one) => one.publicId === publicId);
    if (!group) throw new UserError('NOT_FOUND');
    return group.id;
  }

  async #profileTypeId(manager: EntityManager, publicId: string): Promise<number> {
    const type = await this.#services.profileTypes.find(manager, publicId);
    if (!type) throw new UserError('NOT_FOUND');
    return type.id;
  }
}
