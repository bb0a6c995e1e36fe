import ArrowBackIcon from '@mui/icons-material/ArrowBack';
import { Box, Link, Stack, Typography } from '@mui/material';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link as RouterLink, useLocation } from 'react-router';
import type { WayBack } from './useWayBack';

interface PageProps {
  readonly title: string;
  /** Where the title is a sentence, a short name for the window. */
  readonly documentTitle?: string;
  /** Under the title: what this screen is for, or the state of what it shows. */
  readonly description?: ReactNode;
  /** Buttons at the right of the title. */
  readonly actions?: ReactNode;
  readonly back?: WayBack;
  /** `form` keeps lines readable; `wide` gives a list all there is, also in height. */
  readonly width?: 'form' | 'wide';
  readonly children: ReactNode;
}

/** The scaffold of a screen: its title (also the document's), its actions, and the focus at navigation. */
export function Page(props: PageProps) {
  const { title, documentTitle = title, description, actions, back, width = 'wide', children } = props;
  const screen = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves when another screen is shown.
  useEffect(() => {
    // A screen may put the focus into a field of its own.
    if (!screen.current?.contains(document.activeElement)) heading.current?.focus();
  }, [pathname]);

  return (
    <Box
      ref={screen}
      sx={{
        display: 'flex',
        flexDirection: 'column',
        flex: width === 'wide' ? 1 : 'none',
        minHeight: 0,
        width: '100%',
        maxWidth: width === 'form' ? 760 : undefined,
      }}
    >
      <title>{`${documentTitle} · Steward`}</title>
      {back && (
        <Link
          component={RouterLink}
          to={back.to}
          state={back.state}
          variant="body2"
          sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, alignSelf: 'flex-start', mb: 0.5 }}
        >
          <ArrowBackIcon sx={{ fontSize: 16 }} aria-hidden />
          {back.label}
        </Link>
      )}
      <Stack
        direction="row"
        sx={{
          flex: 'none',
          alignItems: 'center',
          justifyContent: 'space-between',
          flexWrap: 'wrap',
          gap: 1,
          mb: 2,
          minHeight: 36,
        }}
      >
        <Box sx={{ minWidth: 0, flex: '1 1 200px' }}>
          <Typography variant="h1" ref={heading} tabIndex={-1} sx={{ overflowWrap: 'anywhere' }}>
            {title}
          </Typography>
          {description && (
            <Typography variant="body2" color="textSecondary" component="div" sx={{ mt: 0.5 }}>
              {description}
            </Typography>
          )}
        </Box>
        {actions && (
          <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
            {actions}
          </Stack>
        )}
      </Stack>
      {children}
    </Box>
  );
}
