import { Box, Button } from '@mui/material';
import { Link } from 'react-router';
import { useRead } from '../../api/use-read';
import { EmptyState } from '../../components/EmptyState';
import { Panel } from '../../components/Panel';
import { ReadState } from '../../components/ReadState';
import { RelativeTime } from '../../components/RelativeTime';
import { OwnSentence } from './OwnSentence';

const mostShown = 5;

/** The latest of what was done with the account, in short. */
export function RecentActivity() {
  const read = useRead('myAccount.activity', {});
  const allActivity = (
    <Button component={Link} to="/my-account/activity" variant="outlined" color="inherit" sx={{ flex: 'none' }}>
      All activity
    </Button>
  );
  return (
    <Panel title="Recent activity" actions={allActivity}>
      <ReadState read={read}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState title="Nothing is recorded yet">
              Whatever is done with the account will be listed here.
            </EmptyState>
          ) : (
            <Box component="ol" aria-label="Recent activity" sx={{ listStyle: 'none', m: 0, p: 0 }}>
              {rows.slice(0, mostShown).map((entry) => (
                <Box
                  component="li"
                  key={entry.number}
                  sx={{
                    display: 'flex',
                    flexWrap: 'wrap',
                    justifyContent: 'space-between',
                    columnGap: 2,
                    py: 1,
                    '&:not(:first-of-type)': { borderTop: 1, borderColor: 'divider' },
                    '& b': { fontWeight: 600 },
                  }}
                >
                  <Box component="span" sx={{ typography: 'body1', flex: '1 1 260px', overflowWrap: 'anywhere' }}>
                    <OwnSentence entry={entry} />
                  </Box>
                  <Box component="span" sx={{ typography: 'body2', color: 'text.secondary' }}>
                    <RelativeTime instant={entry.at} />
                  </Box>
                </Box>
              ))}
            </Box>
          )
        }
      </ReadState>
    </Panel>
  );
}
