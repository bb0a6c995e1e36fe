import { Alert, Paper, Typography } from '@mui/material';
import { useEffect, useId, useState } from 'react';
import type { OutputOf } from '../../../src-shared/contract';
import { useRead } from '../../api/use-read';
import { useMayForAccount } from '../../app/permissions';
import { EmptyState } from '../../components/EmptyState';
import { useDraft } from '../../components/form/drafts';
import { ReadState } from '../../components/ReadState';
import { OwnProfile } from './OwnProfile';

export type OwnProfileRow = OutputOf<'myAccount.profiles'>['rows'][number];

/** The roles that the account plays. */
export function OwnProfiles() {
  const headingId = useId();
  const read = useRead('myAccount.profiles', {});
  return (
    <section aria-labelledby={headingId}>
      <Typography variant="h2" id={headingId} sx={{ mt: 1, mb: 1.5 }}>
        Profiles
      </Typography>
      <ReadState read={read}>{({ rows }) => <Profiles rows={rows} />}</ReadState>
    </section>
  );
}

const none = '';

function Profiles({ rows }: { readonly rows: readonly OwnProfileRow[] }) {
  const mayEdit = useMayForAccount('profiles.edit');
  // Of one form at a time, so that what is not saved is never out of sight.
  const [kept, keep] = useDraft<string>('my-account/profiles/open');
  const [openId, setOpenId] = useState(kept ?? none);
  const [closedId, setClosedId] = useState(none);
  useEffect(() => keep(openId), [keep, openId]);
  const isGone = openId !== none && !rows.some(({ id }) => id === openId);

  function close(): void {
    setClosedId(openId);
    setOpenId(none);
  }

  return (
    <>
      {isGone && (
        <Alert severity="warning" sx={{ mb: 2 }} onClose={close}>
          The profile you were changing was removed by somebody else.
        </Alert>
      )}
      {rows.length === 0 && (
        <Paper variant="outlined" sx={{ mb: 2 }}>
          <EmptyState title="No profiles">
            A profile is a role the account plays, such as Seller or Buyer. The office adds them.
          </EmptyState>
        </Paper>
      )}
      {rows.map((row) => (
        <OwnProfile
          key={row.id}
          row={row}
          isOpen={mayEdit && row.id === openId}
          mayOpen={mayEdit && openId === none}
          hasFocus={row.id === closedId}
          onOpen={() => setOpenId(row.id)}
          onClose={close}
        />
      ))}
    </>
  );
}
