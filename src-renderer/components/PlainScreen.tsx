import { Box, Paper, Typography } from '@mui/material';
import { type ReactNode, useEffect, useRef } from 'react';

interface PlainScreenProps {
  readonly title: string;
  /** Above the title: whose Steward this is. */
  readonly officeName?: string | null;
  readonly description?: ReactNode;
  readonly width?: number;
  readonly children: ReactNode;
}

/** A screen without the shell around it: one thing to do, in the middle of the window. */
export function PlainScreen({ title, officeName, description, width = 440, children }: PlainScreenProps) {
  const screen = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves when another screen is shown.
  useEffect(() => {
    if (!screen.current?.contains(document.activeElement)) heading.current?.focus();
  }, [title]);

  return (
    <Box
      component="main"
      ref={screen}
      sx={{
        minHeight: '100dvh',
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'center',
        px: 2,
        py: 'clamp(16px, 7vh, 80px)',
      }}
    >
      <title>{`${title} · Steward`}</title>
      <Box sx={{ width: '100%', maxWidth: width }}>
        <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5, fontWeight: 600, overflowWrap: 'anywhere' }}>
          {officeName ? `${officeName} · Steward` : 'Steward'}
        </Typography>
        <Paper variant="outlined" sx={{ p: { xs: 2.5, sm: 4 } }}>
          <Typography variant="h1" ref={heading} tabIndex={-1} sx={{ mb: description ? 0.5 : 2.5 }}>
            {title}
          </Typography>
          {description && (
            <Typography variant="body2" color="textSecondary" component="div" sx={{ mb: 2.5 }}>
              {description}
            </Typography>
          )}
          {children}
        </Paper>
      </Box>
    </Box>
  );
}
