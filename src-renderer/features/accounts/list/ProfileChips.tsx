import { Stack } from '@mui/material';
import type { AccountRow } from '../../../../src-shared/contract/accounts';
import { ProfileTypeChip } from '../../../components/ProfileTypeChip';

interface ProfileChipsProps {
  readonly profiles: AccountRow['profiles'];
}

/** What somebody is to the office: one chip for each type, with how many where there are several of it. */
export function ProfileChips({ profiles }: ProfileChipsProps) {
  const types = [...Map.groupBy(profiles, (profile) => profile.typeId).values()];
  return (
    <Stack
      component="span"
      direction="row"
      sx={{ display: 'inline-flex', gap: 0.5, maxWidth: '100%', verticalAlign: 'middle', '& > *': { minWidth: 32 } }}
    >
      {types.map(([first, ...others]) => {
        if (!first) return null;
        const name = others.length === 0 ? first.name : `${first.name} × ${others.length + 1}`;
        return <ProfileTypeChip key={first.typeId} name={name} color={first.color} />;
      })}
    </Stack>
  );
}
