import { useEffect, useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { NewRecoveryCodeDialog } from '../../features/recovery/NewRecoveryCodeDialog';
import { ReauthenticationDialog } from '../../features/session/ReauthenticationDialog';
import { OneTimePasswordDialog } from '../../features/staff/OneTimePasswordDialog';
import { createWorkplaceRouter } from '../routes';
import { useSession } from '../session/session';
import { closeOwnPasswordDialog } from './own-password';

/** All that a person works with while signed in. It goes away as a whole when the window locks. */
export function Workplace() {
  const personId = useSession((state) => state.view?.user?.id);
  const [router] = useState(createWorkplaceRouter);
  useEffect(
    () => () => {
      router.dispose();
      closeOwnPasswordDialog();
    },
    [router],
  );
  return (
    <>
      <RouterProvider router={router} />
      <OneTimePasswordDialog personId={personId} />
      <NewRecoveryCodeDialog personId={personId} />
      <ConfirmDialog />
      <ReauthenticationDialog />
    </>
  );
}
