import AddIcon from '@mui/icons-material/Add';
import { Box, Button, Link } from '@mui/material';
import { Link as RouterLink } from 'react-router';
import type { AuthorizedUserRow } from '../../../../src-shared/contract/authorized-users';
import { useRead } from '../../../api/use-read';
import { EmptyState } from '../../../components/EmptyState';
import { counted } from '../../../components/numbers';
import { Panel } from '../../../components/Panel';
import { fullName } from '../../../components/people';
import { ReadState } from '../../../components/ReadState';
import { useWayHere } from '../../../components/useWayBack';
import { LoginChip } from '../LoginChip';
import { PermissionsInShort } from '../list/PermissionsInShort';
import { ownHint } from './hint';
import { ownListPath, useOwnSide } from './useOwnSide';

const mostShown = 8;

/** Who may act for the account, on its main dashboard: each name leads to the form. */
export function OwnAuthorizedUsersPanel() {
  const { mayManage, addressOf } = useOwnSide();
  const here = useWayHere('Main dashboard');
  const read = useRead('myAuthorizedUsers.list', {});
  const add = mayManage && (
    <Button
      variant="outlined"
      startIcon={<AddIcon />}
      component={RouterLink}
      to={`${ownListPath}/new`}
      state={here}
      sx={{ flex: 'none' }}
    >
      Add Authorized User
    </Button>
  );

  return (
    <Panel title="Authorized Users" actions={read.data?.rows.length !== 0 && add}>
      <ReadState read={read}>
        {({ rows, next }) =>
          rows.length === 0 ? (
            <EmptyState title="No authorized users yet" action={add}>
              {ownHint}
            </EmptyState>
          ) : (
            <>
              <Box component="ul" aria-label="Authorized Users" sx={{ listStyle: 'none', m: 0, p: 0 }}>
                {rows.slice(0, mostShown).map((row) => (
                  <PersonLine key={row.id} person={row} to={addressOf(row.id)} state={here} />
                ))}
              </Box>
              <Box sx={{ mt: 1.5 }}>
                <Link component={RouterLink} to={ownListPath} underline="always" variant="body2">
                  {next === null ? allOf(rows.length) : 'Show all authorized users'}
                </Link>
              </Box>
            </>
          )
        }
      </ReadState>
    </Panel>
  );
}

function allOf(count: number): string {
  return count > mostShown
    ? `Show all ${counted(count, 'authorized user', 'authorized users')}`
    : 'Show the whole list';
}

interface PersonLineProps {
  readonly person: AuthorizedUserRow;
  readonly to: string;
  readonly state: unknown;
}

function PersonLine({ person, to, state }: PersonLineProps) {
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: 'minmax(0, 1.4fr) minmax(0, 1fr) minmax(0, 1fr)' },
        columnGap: 2,
        rowGap: 0.5,
        alignItems: 'center',
        py: 1,
        borderTop: 1,
        borderColor: 'divider',
        overflowWrap: 'anywhere',
      }}
    >
      <div>
        <Link component={RouterLink} to={to} state={state} sx={{ fontWeight: 600 }}>
          {fullName(person)}
        </Link>
        <Box sx={{ typography: 'body2', color: 'text.secondary' }}>{person.email}</Box>
      </div>
      <div>
        <LoginChip state={person.loginState} />
      </div>
      <Box sx={{ typography: 'body2' }}>{person.loginState === 'enabled' && whatTheyMay(person)}</Box>
    </Box>
  );
}

/** Without a heading above it, "None" would not say of what. */
function whatTheyMay({ permissions }: AuthorizedUserRow) {
  return permissions.length === 0 ? 'No permissions' : <PermissionsInShort permissions={permissions} />;
}
