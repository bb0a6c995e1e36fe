import { Box, Paper, Stack, Typography } from '@mui/material';
import { Link } from 'react-router';
import { EmptyState } from '../../components/EmptyState';
import { Page } from '../../components/Page';
import { may } from '../permissions';
import { useVisibleSections } from '../sections';
import { useSession } from '../session/session';

/** Greets, and leads to what the person may do. */
export function StartScreen() {
  const view = useSession((state) => state.view);
  const sections = useVisibleSections();

  return (
    <Page
      title={`Good ${timeOfDay(new Date())}, ${view?.user?.givenName ?? ''}`}
      description={`You are signed in to the back office of ${view?.officeName ?? ''}.`}
      documentTitle="Start"
    >
      {sections.length === 0 ? (
        <EmptyState title="You have no permissions yet">
          A superuser decides what you may see and do here. Once they have, it appears at the left.
        </EmptyState>
      ) : (
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: 'repeat(auto-fill, minmax(min(280px, 100%), 1fr))',
            gap: 2,
            maxWidth: 920,
          }}
        >
          {sections.map(({ path, label, explanation, icon: Icon, commands = [] }) => (
            <Paper key={path} component="section" variant="outlined" sx={{ p: 2 }}>
              <Stack direction="row" sx={{ gap: 1.5, alignItems: 'start' }}>
                <Icon sx={{ fontSize: 22, color: 'primary.main', mt: '1px' }} aria-hidden />
                <Box>
                  <Typography variant="h2">
                    <ScreenLink to={`/${path}`}>{label}</ScreenLink>
                  </Typography>
                  <Typography variant="body2" color="textSecondary">
                    {explanation}
                  </Typography>
                  {commands
                    .filter(({ permission }) => may(view, permission))
                    .map((command) => (
                      <Typography key={command.path} variant="body2" sx={{ mt: 1 }}>
                        <ScreenLink to={`/${command.path}`}>{command.label}</ScreenLink>
                      </Typography>
                    ))}
                </Box>
              </Stack>
            </Paper>
          ))}
        </Box>
      )}
    </Page>
  );
}

function ScreenLink({ to, children }: { readonly to: string; readonly children: string }) {
  return (
    <Box
      component={Link}
      to={to}
      sx={{
        color: 'primary.main',
        textDecoration: 'none',
        fontWeight: 600,
        '&:hover': { textDecoration: 'underline' },
      }}
    >
      {children}
    </Box>
  );
}

function timeOfDay(now: Date): string {
  if (now.getHours() < 12) return 'morning';
  return now.getHours() < 18 ? 'afternoon' : 'evening';
}
