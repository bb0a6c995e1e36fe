import { Box, Button, Paper, Stack, Typography } from '@mui/material';
import { useId } from 'react';
import type { Profile, ProfileType } from '../../../src-shared/contract/profiles';
import { ActionButton } from '../../components/ActionButton';
import { FailureNotice } from '../../components/FailureNotice';
import { ProfileTypeChip } from '../../components/ProfileTypeChip';
import { formatDate } from '../../components/times';
import { EditProfile } from './EditProfile';
import { ProfileFacts } from './ProfileFacts';
import { useRemoveProfile } from './useRemoveProfile';

interface ProfileCardProps {
  readonly accountId: string;
  readonly profile: Profile;
  /** Undefined only while the types are about to be read anew. */
  readonly type: ProfileType | undefined;
  readonly isOpen: boolean;
  readonly mayOpen: boolean;
  /** Its form was just closed, so the keyboard goes on from here. */
  readonly hasFocus: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}

export function ProfileCard(props: ProfileCardProps) {
  const { accountId, profile, type, isOpen, mayOpen, hasFocus, onOpen, onClose, onRemoved } = props;
  const removal = useRemoveProfile(accountId, profile, type, onRemoved);
  const headingId = useId();
  const { name, color } = profile.type;

  return (
    <Paper
      component="section"
      variant="outlined"
      aria-labelledby={headingId}
      sx={{ p: { xs: 2, sm: 2.5 }, mb: 2, minWidth: 0 }}
    >
      <Stack
        direction="row"
        sx={{ justifyContent: 'space-between', alignItems: 'start', gap: 2, mb: 2, flexWrap: 'wrap' }}
      >
        <Box sx={{ minWidth: 0 }}>
          <Typography variant="h2" id={headingId} component="h2" sx={{ fontWeight: 'inherit' }}>
            <ProfileTypeChip name={name} color={color} />
          </Typography>
          <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
            {describe(profile, type)}
          </Typography>
        </Box>
        {mayOpen && type && (
          <Stack direction="row" sx={{ gap: 1 }}>
            <Button
              variant="outlined"
              color="inherit"
              aria-label={`Edit the profile ${name}`}
              autoFocus={hasFocus}
              onClick={onOpen}
            >
              Edit
            </Button>
            <ActionButton
              variant="outlined"
              color="error"
              aria-label={`Remove the profile ${name}`}
              isRunning={removal.isRunning}
              onClick={removal.remove}
            >
              Remove
            </ActionButton>
          </Stack>
        )}
      </Stack>
      <FailureNotice failure={removal.failure} />
      {isOpen && type ? (
        <EditProfile accountId={accountId} profile={profile} type={type} onClose={onClose} />
      ) : (
        <ProfileFacts profile={profile} type={type} />
      )}
    </Paper>
  );
}

function describe({ createdAt, updatedAt, version }: Profile, type: ProfileType | undefined): string {
  const added = `Added on ${formatDate(createdAt)}`;
  const changed = version > 1 ? ` · Changed on ${formatDate(updatedAt)}` : '';
  return `${added}${changed}${type?.isArchived ? ' · Its type is archived' : ''}`;
}
