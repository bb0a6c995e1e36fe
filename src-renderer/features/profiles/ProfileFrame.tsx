import { Box, Button, Chip, Paper, Stack, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';
import type { Profile } from '../../../src-shared/contract/profiles';
import { ProfileTypeChip } from '../../components/ProfileTypeChip';
import { formatDate } from '../../components/times';

interface ProfileFrameProps {
  readonly profile: Profile;
  /** Of its heading. */
  readonly level?: 'h2' | 'h3';
  /** What else is to be known of it, behind its dates. */
  readonly note?: string;
  readonly actions: ReactNode;
  readonly children: ReactNode;
}

/** Around a profile, to read or to fill in: of which type it is, and since when. */
export function ProfileFrame({ profile, level = 'h2', note, actions, children }: ProfileFrameProps) {
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
          <Stack direction="row" sx={{ flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
            <Typography variant="h2" id={headingId} component={level} sx={{ fontWeight: 'inherit', minWidth: 0 }}>
              <ProfileTypeChip name={name} color={color} />
            </Typography>
            <ApprovalChip approval={profile.approval} />
          </Stack>
          <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
            {describe(profile)}
            {note !== undefined && ` · ${note}`}
          </Typography>
        </Box>
        {actions && (
          <Stack direction="row" sx={{ gap: 1 }}>
            {actions}
          </Stack>
        )}
      </Stack>
      {children}
    </Paper>
  );
}

/** Whether a moderator has still to let the profile in; nothing where that is no question. */
function ApprovalChip({ approval }: Pick<Profile, 'approval'>) {
  if (approval === 'open') return null;
  return approval === 'rejected' ? (
    <Chip label="Rejected" variant="outlined" color="error" />
  ) : (
    <Chip label="Awaiting approval" variant="outlined" color="warning" />
  );
}

interface EditProfileButtonProps {
  readonly name: string;
  /** The form was just closed, so the keyboard goes on from here. */
  readonly hasFocus: boolean;
  readonly onClick: () => void;
}

export function EditProfileButton({ name, hasFocus, onClick }: EditProfileButtonProps) {
  return (
    <Button
      variant="outlined"
      color="inherit"
      aria-label={`Edit the profile ${name}`}
      autoFocus={hasFocus}
      onClick={onClick}
    >
      Edit
    </Button>
  );
}

function describe({ createdAt, updatedAt, version }: Profile): string {
  const added = `Added on ${formatDate(createdAt)}`;
  return version > 1 ? `${added} · Changed on ${formatDate(updatedAt)}` : added;
}
