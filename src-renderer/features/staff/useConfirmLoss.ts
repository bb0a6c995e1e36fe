import { confirm } from '../../components/confirm';
import { type GivenRights, type GrantableGroup, lostRights } from './rights';

/** Asks before somebody takes rights from themselves, which they could not give back. */
export function useConfirmLoss(
  isOwn: boolean,
  before: GivenRights,
  groups: readonly GrantableGroup[],
): (after: GivenRights) => Promise<boolean> {
  return async (after) => {
    const lost = isOwn ? lostRights(before, after, groups) : [];
    if (lost.length === 0) return true;
    return confirm({
      title: 'Take rights from yourself?',
      text: `You lose at once: ${lost.join(', ')}. You cannot take it back: only a colleague who has these rights can give them to you again.`,
      action: 'Take them from me',
      isDangerous: true,
    });
  };
}
