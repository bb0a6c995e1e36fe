import { Box, Paper, Stack, Typography } from '@mui/material';
import { Link } from 'react-router';
import { may } from '../permissions';
import type { Section } from '../section';
import { useSession } from '../session/session';

/** The sections that the person may see, with what one does there. */
export function SectionTiles({ sections }: { readonly sections: readonly Section[] }) {
  const view = useSession((state) => state.view);
  return (
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
