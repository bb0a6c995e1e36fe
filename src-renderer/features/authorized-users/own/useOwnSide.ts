import { useMemo } from 'react';
import type { AuthorizedUserRow } from '../../../../src-shared/contract/authorized-users';
import { api } from '../../../api/call';
import { useMayForAccount } from '../../../app/permissions';
import { useSession } from '../../../app/session/session';
import { asked } from '../asked';
import { deletion, switchingOff } from '../questions';
import type { AuthorizedUserSide } from '../side';

export const ownListPath = '/my-account/authorized-users';

/** The account's own people, who answer to nobody for what they do with their authorized users. */
export function useOwnSide(): AuthorizedUserSide<AuthorizedUserRow> {
  const mayManage = useMayForAccount('authorized-users.manage');
  const trashDays = useSession((state) => state.view?.trashDays ?? 0);
  return useMemo(
    () => ({
      mayManage,
      addressOf: (id) => `${ownListPath}/${id}`,
      update: async (before, details, version) => {
        if (before.loginState === 'enabled' && !details.isLoginEnabled) await asked(switchingOff(before));
        return api.myAuthorizedUsers.update({ id: before.id, version, ...details });
      },
      read: (id) => api.myAuthorizedUsers.get({ id }),
      resetPassword: ({ id, version }, newPassword) =>
        api.myAuthorizedUsers.resetPassword({ id, version, newPassword }),
      remove: async (person) => {
        await asked(deletion(person, trashDays));
        return api.myAuthorizedUsers.delete({ id: person.id, version: person.version });
      },
      restore: ({ id, version }) => api.myAuthorizedUsers.restore({ id, version }),
    }),
    [mayManage, trashDays],
  );
}
