import { useEffect, useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { ReauthenticationDialog } from '../../features/session/ReauthenticationDialog';
import { createWorkplaceRouter } from '../routes';
import { closeOwnPasswordDialog } from './own-password';

/** All that a person works with while signed in. It goes away as a whole when the window locks. */
export function Workplace() {
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
      <ConfirmDialog />
      <ReauthenticationDialog />
    </>
  );
}
