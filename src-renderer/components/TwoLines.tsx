import { Box } from '@mui/material';
import type { ReactNode } from 'react';

interface TwoLinesProps {
  readonly title?: string;
  readonly isStrong?: boolean;
  readonly children: ReactNode;
}

/** What must be readable in a narrow window too goes on in a second line, for which a row is high enough. */
export function TwoLines({ title, isStrong = false, children }: TwoLinesProps) {
  return (
    <Box
      component="span"
      title={title}
      sx={{
        display: 'inline-block',
        verticalAlign: 'middle',
        maxHeight: '2.5em',
        overflow: 'hidden',
        fontWeight: isStrong ? 600 : undefined,
        lineHeight: 1.25,
        whiteSpace: 'normal',
        overflowWrap: 'anywhere',
        '& time': { whiteSpace: 'normal' },
      }}
    >
      {children}
    </Box>
  );
}

interface EmailInTwoLinesProps {
  readonly email: string;
  readonly isStrong?: boolean;
}

/** An e-mail goes on in the second line with its @, where it does not fit into one. */
export function EmailInTwoLines({ email, isStrong }: EmailInTwoLinesProps) {
  const at = email.lastIndexOf('@');
  return (
    <TwoLines title={email} isStrong={isStrong}>
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </TwoLines>
  );
}
