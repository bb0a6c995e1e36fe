import type { Profile, ProfileType } from '../../../src-shared/contract/profiles';
import { api } from '../../api/call';
import { useWrite } from '../../api/use-write';
import { confirm } from '../../components/confirm';
import { showToast } from '../../components/toasts';
import { canBeAddedBack, valuesAsTheyWere } from './value-form';

interface RemoveProfile {
  readonly isRunning: boolean;
  readonly failure: unknown;
  readonly remove: () => void;
}

/** Removes a profile at once where that can be undone, and asks before where it cannot. */
export function useRemoveProfile(
  accountId: string,
  profile: Profile,
  type: ProfileType | undefined,
  onRemoved: () => void,
): RemoveProfile {
  const removal = useWrite('profiles.remove');
  const { id, version } = profile;
  const { id: typeId, name } = profile.type;

  async function remove(): Promise<void> {
    const isUndoable = canBeAddedBack(profile, type);
    if (!isUndoable && !(await isSure(name))) return;
    if (!(await removal.run({ id, version }))) return;
    onRemoved();
    showToast(`The profile ${name} was removed.`, isUndoable ? { undo: addBack } : {});
  }

  async function addBack(): Promise<void> {
    await api.profiles.add({ accountId, typeId, values: valuesAsTheyWere(profile) });
    showToast(`The profile ${name} is back.`);
  }

  return { isRunning: removal.isRunning, failure: removal.failure, remove: () => void remove() };
}

function isSure(name: string): Promise<boolean> {
  return confirm({
    title: `Remove the profile ${name}?`,
    text: 'Its type has changed since it was filled in, or takes no new profiles, so that it could not be brought back as it is. What it had stays in the activity.',
    action: 'Remove profile',
    isDangerous: true,
  });
}
