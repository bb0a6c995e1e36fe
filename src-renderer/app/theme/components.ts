import type { ThemeOptions } from '@mui/material';

const ring = {
  outline: '2px solid var(--steward-palette-primary-main)',
  outlineOffset: 2,
};

/** How the parts of the interface differ from what their library makes of them. */
export const components: NonNullable<ThemeOptions['components']> = {
  MuiCssBaseline: {
    styleOverrides: {
      html: { height: '100%' },
      body: { minHeight: '100%' },
      '#root': { minHeight: '100dvh' },
      'h1:focus': { outline: 'none' },
      ':focus-visible': ring,
      '@media (prefers-reduced-motion: reduce)': {
        '*, *::before, *::after': {
          animationDuration: '0.01ms !important',
          animationIterationCount: '1 !important',
          // Not merely short: with a duration for everything, each element would fade anew what its parent hands down.
          transition: 'none !important',
          scrollBehavior: 'auto !important',
        },
      },
    },
  },
  MuiButtonBase: {
    defaultProps: { disableRipple: true },
    styleOverrides: { root: { '&.Mui-focusVisible, &:focus-visible': ring } },
  },
  MuiButton: {
    defaultProps: { disableElevation: true },
    styleOverrides: {
      root: ({ theme }) => ({
        minHeight: 34,
        padding: theme.spacing(0.5, 1.75),
        '&[aria-disabled="true"]': { opacity: 0.6 },
      }),
      startIcon: { '& > *:nth-of-type(1)': { fontSize: 18 } },
      sizeSmall: ({ theme }) => ({ minHeight: 28, padding: theme.spacing(0.25, 1.25) }),
      outlined: ({ theme }) => ({
        borderColor: theme.vars.palette.divider,
        backgroundColor: theme.vars.palette.background.paper,
        '&:hover': { borderColor: theme.vars.palette.text.secondary },
      }),
    },
  },
  MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
  MuiLink: { defaultProps: { underline: 'hover' } },
  MuiTooltip: { defaultProps: { arrow: false, enterDelay: 400, disableInteractive: true } },
  MuiFormLabel: {
    styleOverrides: {
      root: ({ theme }) => ({
        fontSize: '0.8125rem',
        fontWeight: 550,
        lineHeight: 1.5,
        marginBottom: 4,
        color: theme.vars.palette.text.primary,
        '&.Mui-focused:not(.Mui-error)': { color: theme.vars.palette.text.primary },
      }),
    },
  },
  MuiFormHelperText: {
    styleOverrides: {
      root: ({ theme }) => ({ margin: theme.spacing(0.25, 0, 1), fontSize: '0.75rem', lineHeight: 1.5 }),
    },
  },
  MuiOutlinedInput: {
    styleOverrides: {
      root: ({ theme }) => ({
        backgroundColor: theme.vars.palette.background.paper,
        fontSize: '0.875rem',
        '&:hover:not(.Mui-focused, .Mui-error, .Mui-disabled) .MuiOutlinedInput-notchedOutline': {
          borderColor: theme.vars.palette.text.secondary,
        },
      }),
      // 3:1 against the surface, as WCAG 1.4.11 asks of what shows where a field is.
      notchedOutline: ({ theme }) => ({
        borderColor: '#87909b',
        ...theme.applyStyles('dark', { borderColor: '#6c7682' }),
      }),
      input: ({ theme }) => ({
        height: '1.5em',
        padding: theme.spacing(0.75, 1.25),
        '&:is(textarea)': { height: 'auto' },
      }),
      multiline: { padding: 0 },
    },
  },
  MuiCheckbox: { defaultProps: { size: 'small' } },
  MuiRadio: { defaultProps: { size: 'small' } },
  MuiSwitch: { defaultProps: { size: 'small' } },
  MuiFormControlLabel: { styleOverrides: { label: { fontSize: '0.875rem' } } },
  MuiDialog: {
    styleOverrides: {
      paper: ({ theme }) => ({ margin: theme.spacing(2), border: `1px solid ${theme.vars.palette.divider}` }),
    },
  },
  // Names stand in titles and sentences, and may be one long word.
  MuiDialogTitle: {
    styleOverrides: { root: { fontSize: '1.0625rem', fontWeight: 650, paddingBottom: 8, overflowWrap: 'anywhere' } },
  },
  MuiDialogContentText: { styleOverrides: { root: { fontSize: '0.875rem', overflowWrap: 'anywhere' } } },
  MuiDialogActions: { styleOverrides: { root: ({ theme }) => ({ padding: theme.spacing(1.5, 3, 2) }) } },
  MuiMenuItem: { styleOverrides: { root: { fontSize: '0.875rem', minHeight: 34 } } },
  MuiListItemIcon: { styleOverrides: { root: { minWidth: 32, color: 'inherit' } } },
  MuiTab: {
    styleOverrides: {
      root: ({ theme }) => ({
        minHeight: 40,
        padding: '8px 12px',
        textTransform: 'none',
        // Five of them stand beside each other at 200 % zoom.
        [theme.breakpoints.down('sm')]: { minWidth: 0, padding: '8px 7px' },
      }),
    },
  },
  MuiTabs: { styleOverrides: { root: { minHeight: 40 } } },
  MuiChip: { defaultProps: { size: 'small' }, styleOverrides: { root: { borderRadius: 4, fontWeight: 550 } } },
  MuiAlert: {
    styleOverrides: {
      root: { alignItems: 'center', paddingTop: 4, paddingBottom: 4 },
      message: { overflowWrap: 'anywhere' },
    },
  },
  MuiStepIcon: { styleOverrides: { root: ({ theme }) => ({ color: theme.vars.palette.text.secondary }) } },
  MuiDataGrid: {
    styleOverrides: {
      root: ({ theme }) => ({
        fontSize: '0.8125rem',
        backgroundColor: theme.vars.palette.background.paper,
        '--DataGrid-t-color-background-base': theme.vars.palette.background.paper,
      }),
      columnHeader: ({ theme }) => ({
        padding: theme.spacing(0, 1),
        '&:focus-visible': { ...ring, outlineOffset: -2 },
      }),
      cell: ({ theme }) => ({ padding: theme.spacing(0, 1), '&:focus-visible': { ...ring, outlineOffset: -2 } }),
      columnHeaderTitle: { fontWeight: 600 },
    },
  },
};
