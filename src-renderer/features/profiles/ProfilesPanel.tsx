import AddIcon from '@mui/icons-material/Add';
import { Alert, Box, Button, Paper } from '@mui/material';
import { type Ref, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { Account } from '../../../src-shared/contract/accounts';
import type { ProfileType } from '../../../src-shared/contract/profiles';
import { useMay } from '../../app/permissions';
import { EmptyState } from '../../components/EmptyState';
import { useDraft } from '../../components/form/drafts';
import { ReadState } from '../../components/ReadState';
import { AddProfile } from './AddProfile';
import { ProfileCard } from './ProfileCard';
import { useProfileTypes } from './useProfileTypes';

/** The form that is open, of which there is one at a time: that of a profile, or that for another one. */
type OpenForm =
  | { readonly form: 'add' }
  | { readonly form: 'edit'; readonly profileId: string }
  | { readonly form: null };

const none: OpenForm = { form: null };

/** The roles an account plays, on its record. */
export function ProfilesPanel({ account }: { readonly account: Account }) {
  const types = useProfileTypes();
  return <ReadState read={types}>{({ rows }) => <Profiles account={account} types={rows} />}</ReadState>;
}

interface ProfilesProps {
  readonly account: Account;
  readonly types: readonly ProfileType[];
}

function Profiles({ account, types }: ProfilesProps) {
  const isEditable = useMay('accounts.manage') && account.mayChange && account.status !== 'trash';
  const [kept, keep] = useDraft<OpenForm>(`profiles/${account.id}/open`);
  const [open, setOpen] = useState(kept ?? none);
  const [closed, setClosed] = useState(none);
  useEffect(() => keep(open), [keep, open]);
  const addButton = useRef<HTMLButtonElement>(null);
  const mayOpen = isEditable && open.form === null;
  const isGone = open.form === 'edit' && !account.profiles.some(({ id }) => id === open.profileId);

  function close(): void {
    setClosed(open);
    setOpen(none);
  }

  /** What had the focus is gone with its profile. */
  function goOnFromTop(): void {
    setClosed({ form: 'add' });
    addButton.current?.focus();
  }

  const add = mayOpen && (
    <AddButton ref={addButton} isFocused={closed.form === 'add'} onClick={() => setOpen({ form: 'add' })} />
  );

  return (
    <>
      {add && account.profiles.length > 0 && <Box sx={{ mb: 2 }}>{add}</Box>}
      {isGone && (
        <Alert severity="warning" sx={{ mb: 2 }} onClose={close}>
          The profile you were changing was removed by somebody else. What it had stands in the activity.
        </Alert>
      )}
      {isEditable && open.form === 'add' && <AddProfile accountId={account.id} types={types} onClose={close} />}
      {account.profiles.map((profile) => (
        <ProfileCard
          key={profile.id}
          accountId={account.id}
          profile={profile}
          type={types.find(({ id }) => id === profile.type.id)}
          isOpen={isEditable && open.form === 'edit' && open.profileId === profile.id}
          mayOpen={mayOpen}
          hasFocus={closed.form === 'edit' && closed.profileId === profile.id}
          onOpen={() => setOpen({ form: 'edit', profileId: profile.id })}
          onClose={close}
          onRemoved={goOnFromTop}
        />
      ))}
      {account.profiles.length === 0 && open.form !== 'add' && (
        <Paper variant="outlined">
          <NoProfiles hasTypes={types.some(({ isArchived }) => !isArchived)} add={add} />
        </Paper>
      )}
    </>
  );
}

interface AddButtonProps {
  readonly ref: Ref<HTMLButtonElement>;
  readonly isFocused: boolean;
  readonly onClick: () => void;
}

function AddButton({ ref, isFocused, onClick }: AddButtonProps) {
  return (
    <Button ref={ref} variant="contained" startIcon={<AddIcon />} autoFocus={isFocused} onClick={onClick}>
      Add profile
    </Button>
  );
}

interface NoProfilesProps {
  readonly hasTypes: boolean;
  readonly add: React.ReactNode;
}

function NoProfiles({ hasTypes, add }: NoProfilesProps) {
  const mayManageTypes = useMay('profile-types.manage');
  if (hasTypes) {
    return (
      <EmptyState title="No profiles" action={add}>
        A profile is a role this account plays, such as Seller or Buyer.
      </EmptyState>
    );
  }
  const addType = (
    <Button variant="outlined" color="inherit" component={Link} to="/profile-types/new">
      Add profile type
    </Button>
  );
  return (
    <EmptyState title="No profiles, and no types of them yet" action={mayManageTypes && addType}>
      The office first decides which roles accounts can play, such as Seller or Buyer
      {mayManageTypes ? '.' : ': ask somebody who manages profile types.'}
    </EmptyState>
  );
}
