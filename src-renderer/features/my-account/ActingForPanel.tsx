import { Box, Typography } from '@mui/material';
import { delegatePermissionCatalogue } from '../../../src-shared/delegate-permissions';
import { useSession } from '../../app/session/session';
import { Panel } from '../../components/Panel';
import { fullName } from '../../components/people';
import type { Overview } from './AccountStatePanel';

/** Tells somebody who acts for another what they may do, and whom to ask for more. */
export function ActingForPanel({ holder }: { readonly holder: Overview['holder'] }) {
  const permissions = useSession((state) => state.view?.account?.permissions) ?? [];
  const given = delegatePermissionCatalogue.filter(({ key }) => permissions.includes(key));
  const name = fullName(holder);
  return (
    <Panel title="What you may do">
      {given.length === 0 ? (
        <Typography>
          You have no permissions here yet. Ask {name} ({holder.email}) to give you the ones you need.
        </Typography>
      ) : (
        <>
          <Box component="ul" aria-label="What you may do" sx={{ m: 0, mb: 1.5, pl: 2.5, typography: 'body1' }}>
            {given.map(({ key, label, explanation }) => (
              <Box component="li" key={key} sx={{ mb: 0.5 }}>
                <b>{label}</b>: {explanation}
              </Box>
            ))}
          </Box>
          <Typography variant="body2" color="textSecondary">
            If you need more, ask {name} ({holder.email}).
          </Typography>
        </>
      )}
    </Panel>
  );
}
