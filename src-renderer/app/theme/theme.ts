import { createTheme } from '@mui/material';
import type {} from '@mui/x-data-grid/themeAugmentation';
import { components } from './components';

const fontFamily = "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif";

/** A quiet look for people who sit before it all day: small type, hairlines, one colour for what can be done. */
export const theme = createTheme({
  cssVariables: { colorSchemeSelector: 'data', cssVarPrefix: 'steward' },
  colorSchemes: {
    light: {
      palette: {
        primary: { main: '#1d5c74', dark: '#154658', light: '#3c7c95', contrastText: '#ffffff' },
        secondary: { main: '#55606e', contrastText: '#ffffff' },
        error: { main: '#b3261e', contrastText: '#ffffff' },
        warning: { main: '#8a5300', contrastText: '#ffffff' },
        success: { main: '#1f6b3a', contrastText: '#ffffff' },
        info: { main: '#1d5c74', contrastText: '#ffffff' },
        background: { default: '#f4f5f7', paper: '#ffffff' },
        text: { primary: '#1b232d', secondary: '#55606e', disabled: '#8a939e' },
        divider: '#dce0e5',
      },
    },
    dark: {
      palette: {
        primary: { main: '#7cc0d8', dark: '#5aa7c2', light: '#a3d5e6', contrastText: '#0b1a20' },
        secondary: { main: '#a4aebb', contrastText: '#14181d' },
        error: { main: '#f2938c', dark: '#dd776f', contrastText: '#2a0c0a' },
        warning: { main: '#e5b567', contrastText: '#261a05' },
        success: { main: '#7fca98', contrastText: '#08210f' },
        info: { main: '#7cc0d8', contrastText: '#0b1a20' },
        background: { default: '#12161b', paper: '#1a1f26' },
        text: { primary: '#e6eaef', secondary: '#a4aebb', disabled: '#6c7682' },
        divider: '#2d343d',
      },
    },
  },
  spacing: 8,
  shape: { borderRadius: 6 },
  typography: {
    fontFamily,
    h1: { fontSize: '1.375rem', fontWeight: 650, lineHeight: 1.3, letterSpacing: '-0.01em' },
    h2: { fontSize: '1rem', fontWeight: 650, lineHeight: 1.4 },
    h3: { fontSize: '0.875rem', fontWeight: 650, lineHeight: 1.4 },
    subtitle1: { fontSize: '0.9375rem', fontWeight: 600, lineHeight: 1.4 },
    subtitle2: { fontSize: '0.8125rem', fontWeight: 600, lineHeight: 1.4 },
    body1: { fontSize: '0.875rem', lineHeight: 1.5 },
    body2: { fontSize: '0.8125rem', lineHeight: 1.5 },
    caption: { fontSize: '0.75rem', lineHeight: 1.5 },
    overline: { fontSize: '0.6875rem', fontWeight: 650, lineHeight: 1.6, letterSpacing: '0.06em' },
    button: { fontSize: '0.8125rem', fontWeight: 600, lineHeight: 1.5, textTransform: 'none', letterSpacing: 0 },
  },
  components,
});
