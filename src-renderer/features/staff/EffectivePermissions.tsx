import { Box, Typography } from '@mui/material';
import { effectivePermissions, type GivenRights, type GrantableGroup } from './rights';

interface EffectivePermissionsProps {
  readonly rights: GivenRights;
  readonly groups: readonly GrantableGroup[];
}

/** What all of somebody's rights come to, and where each permission comes from. */
export function EffectivePermissions({ rights, groups }: EffectivePermissionsProps) {
  const permissions = effectivePermissions(rights, groups);
  if (rights.isSuperuser) return <Typography variant="body1">Everything, as a superuser.</Typography>;
  if (permissions.length === 0) {
    return (
      <Typography variant="body1">
        Nothing in the back office: no group and no permission gives them anything.
      </Typography>
    );
  }
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5, typography: 'body1' }}>
      {permissions.map(({ key, label, sources }) => (
        <li key={key}>
          {label}
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {' '}
            ({sources.join(', ')})
          </Box>
        </li>
      ))}
    </Box>
  );
}
