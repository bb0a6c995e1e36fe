import type { Account } from '../../../../src-shared/contract/accounts';

/** What has happened to an account. */
export type News = 'deleted' | 'restored' | 'deactivated' | 'activated' | 'changed';

export function newsBetween(
  before: Pick<Account, 'status' | 'isActive'>,
  after: Pick<Account, 'status' | 'isActive'>,
): News {
  const wasInTrash = before.status === 'trash';
  if ((after.status === 'trash') !== wasInTrash) return wasInTrash ? 'restored' : 'deleted';
  if (after.isActive !== before.isActive) return after.isActive ? 'activated' : 'deactivated';
  return 'changed';
}
