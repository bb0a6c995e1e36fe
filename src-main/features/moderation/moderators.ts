import type { EntityManager } from 'typeorm';
import type { OutputOf } from '../../../src-shared/contract';
import { type AccountsService, fullName } from '../accounts/accounts.service';

/** Who may decide at this moment. */
export async function moderatorsByName(
  manager: EntityManager,
  accounts: AccountsService,
): Promise<OutputOf<'moderation.moderators'>> {
  const moderators = await accounts.staffWith(manager, 'moderation.decide');
  return { rows: moderators.map((one) => ({ id: one.publicId, name: fullName(one) })) };
}
