import type { EntityManager } from 'typeorm';
import type { OutputOf, ParsedInputOf } from '../../../src-shared/contract';
import { actorOf, type Context } from '../../context';
import { UserError } from '../../errors';
import { LatestOfWindow } from '../../latest-of-window';
import { cursorToLastPage, pageOf, readCursorOf } from '../../paging';
import type { AuthorizedUserFilter } from '../../store/authorized-user-list/authorized-user-filter';
import { sortings } from '../../store/authorized-user-list/authorized-user-order';
import { AuthorizedUserPages } from '../../store/authorized-user-list/authorized-user-pages';
import { authorizedUserTotal } from '../../store/authorized-user-list/authorized-user-total';
import { authorizedUserSearch } from '../../store/search/authorized-user-search';
import type { Store } from '../../store/store';
import type { AccountsService } from '../accounts/accounts.service';
import type { DelegationChoices } from '../delegation/delegation-choices.service';
import { listedPeople } from './authorized-user-list.repository';
import type { Scope } from './authorized-user-rules.service';
import type { AuthorizedUserView } from './authorized-user-view';

const pageSize = 50;
/** What is known at no cost about how many match is told up to here. */
const mostAtLeast = 10_000;

type List = OutputOf<'authorizedUsers.list'>;
type Asked = ParsedInputOf<'authorizedUsers.total'>;

export interface AuthorizedUserListServices {
  readonly store: Store;
  readonly accounts: AccountsService;
  readonly authorizedUserView: AuthorizedUserView;
  readonly delegationChoices: DelegationChoices;
}

/** The lists of authorized users: those of all accounts, or of one. */
export class AuthorizedUserListService {
  readonly #services: AuthorizedUserListServices;
  readonly #pages: AuthorizedUserPages;
  readonly #turns = new LatestOfWindow();

  constructor(services: AuthorizedUserListServices) {
    this.#services = services;
    this.#pages = new AuthorizedUserPages(services.store);
  }

  async list(context: Context, scope: Scope, input: ParsedInputOf<'authorizedUsers.list'>): Promise<List> {
    const { store, authorizedUserView } = this.#services;
    const { sort = 'name', isDescending = false, cursor, ...asked } = input;
    const place = readCursorOf(cursor, sortings[sort].kind);
    const filter = await this.#filter(store.read, context, scope, asked);
    const found = await this.#pages.find(filter, { sort, isDescending, place }, pageSize);
    const page = pageOf(found.places, place, pageSize, ({ key }) => key);
    const people = await listedPeople(
      store.read,
      page.rows.map(({ id }) => id),
    );
    const rows = await authorizedUserView.rows(store.read, context, people);
    const atLeast = Math.min(Math.max(found.atLeast ?? 0, page.rows.length), mostAtLeast);
    const last = page.next === null ? null : cursorToLastPage(sortings[sort].kind, isDescending);
    return { ...page, last, rows: rows.map(({ row, account }) => ({ ...row, account })), atLeast };
  }

  async listOwn(
    context: Context,
    input: ParsedInputOf<'myAuthorizedUsers.list'>,
  ): Promise<OutputOf<'myAuthorizedUsers.list'>> {
    const { rows, ...page } = await this.list(context, 'own account', input);
    return { ...page, rows: rows.map(({ account: _, ...row }) => row) };
  }

  async total(context: Context, scope: Scope, asked: Asked): Promise<OutputOf<'authorizedUsers.total'>> {
    const { store } = this.#services;
    const filter = await this.#filter(store.read, context, scope, asked);
    return { total: await this.#turns.run(context.window, () => authorizedUserTotal(store, filter)) };
  }

  /** @throws UserError NOT_FOUND for an account, a category or a permission that is no more */
  async #filter(manager: EntityManager, context: Context, scope: Scope, asked: Asked): Promise<AuthorizedUserFilter> {
    const { search, categoryId, permission, accountId, ...rest } = asked;
    return {
      ...rest,
      now: context.now,
      search: authorizedUserSearch(search ?? ''),
      accountId: scope === 'office' ? await this.#accountId(manager, accountId, context) : actorOf(context).accountId,
      categoryId: categoryId === undefined ? undefined : await this.#categoryId(manager, categoryId),
      permission: permission === undefined ? undefined : await this.#permission(manager, permission),
    };
  }

  async #accountId(manager: EntityManager, publicId: string | undefined, { now }: Context) {
    if (publicId === undefined) return undefined;
    const account = await this.#services.accounts.find(manager, publicId, now);
    if (!account) throw new UserError('NOT_FOUND');
    return account.id;
  }

  async #categoryId(manager: EntityManager, publicId: string): Promise<number> {
    const categories = await this.#services.delegationChoices.categories(manager);
    const category = categories.find((one) => one.publicId === publicId);
    if (!category) throw new UserError('NOT_FOUND');
    return category.id;
  }

  async #permission(manager: EntityManager, permission: string): Promise<string> {
    const catalogue = await this.#services.delegationChoices.permissions(manager);
    if (!catalogue.some((one) => one.permission === permission)) throw new UserError('NOT_FOUND');
    return permission;
  }
}
