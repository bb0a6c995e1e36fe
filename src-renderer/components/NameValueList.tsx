import { Box } from '@mui/material';
import type { ReactNode } from 'react';

interface NameValueListProps {
  readonly items: readonly { readonly id?: string; readonly name: string; readonly value: ReactNode }[];
}

/** Facts that are only read: what each is, and its value beside it. */
export function NameValueList({ items }: NameValueListProps) {
  return (
    <Box
      component="dl"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: 'minmax(120px, max-content) 1fr' },
        columnGap: 3,
        rowGap: { xs: 0.25, sm: 1 },
        m: 0,
        typography: 'body1',
        '& dt': { color: 'text.secondary' },
        '& dd': { m: 0, mb: { xs: 1, sm: 0 }, overflowWrap: 'anywhere' },
      }}
    >
      {items.map(({ id, name, value }) => (
        <Box key={id ?? name} sx={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Box>
      ))}
    </Box>
  );
}
