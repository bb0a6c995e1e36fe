import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { CssBaseline, ThemeProvider } from '@mui/material';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { queryClient } from '../api/query-client';
import { styleNonce } from '../components/styleNonce';
import { ToastRegion } from '../components/ToastRegion';
import { Gate } from './session/Gate';
import { theme } from './theme/theme';
import { initialTheme } from './theme/theme-choice';

export function App() {
  const [styles] = useState(() => createCache({ key: 'steward', nonce: styleNonce() }));
  return (
    <CacheProvider value={styles}>
      <ThemeProvider theme={theme} defaultMode={initialTheme()} modeStorageKey="steward.theme" noSsr>
        <CssBaseline enableColorScheme />
        <QueryClientProvider client={queryClient}>
          <Gate />
          <ToastRegion />
        </QueryClientProvider>
      </ThemeProvider>
    </CacheProvider>
  );
}
