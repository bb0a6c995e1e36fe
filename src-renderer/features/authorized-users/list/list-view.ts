import type { InputOf } from '../../../../src-shared/contract';
import { authorizedUserSorts, loginStates } from '../../../../src-shared/contract/authorized-users';

/** What the address of a list can say beside the page: what is left out, and the order. */
export const filterParams = ['search', 'category', 'login', 'permission', 'trash'] as const;
export const viewParams = [...filterParams, 'sort', 'order'] as const;

export type ViewParam = (typeof viewParams)[number];
export type ViewValues = Readonly<Partial<Record<ViewParam, string>>>;

export type AuthorizedUserFilter = InputOf<'myAuthorizedUsers.total'>;
export type AuthorizedUserOrder = Required<Pick<InputOf<'myAuthorizedUsers.list'>, 'sort' | 'isDescending'>>;

/** What the address leaves out, as the main side is asked for it. What it says wrongly counts as not said. */
export function filterOf({ search, category, login, permission, trash }: ViewValues): AuthorizedUserFilter {
  const loginState = loginStates.find((known) => known === login);
  return {
    ...(search && { search }),
    ...(category && { categoryId: category }),
    ...(loginState && { loginState }),
    ...(permission && { permission }),
    ...(trash === '1' && { isInTrash: true }),
  };
}

/** By name where nothing else is asked for. */
export function orderOf({ sort, order }: ViewValues): AuthorizedUserOrder {
  return { sort: authorizedUserSorts.find((known) => known === sort) ?? 'name', isDescending: order === 'desc' };
}
