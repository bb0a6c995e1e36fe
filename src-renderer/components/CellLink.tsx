import { Link } from '@mui/material';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import { TwoLines } from './TwoLines';
import { useCellFocus } from './useCellFocus';

interface CellLinkProps {
  readonly to: string;
  readonly state?: unknown;
  readonly title?: string;
  readonly hasFocus: boolean;
  readonly tabIndex: 0 | -1;
  readonly isStrong?: boolean;
  readonly onFollow?: () => void;
  readonly children: ReactNode;
}

/** A cell of a list that leads somewhere. */
export function CellLink({ to, state, title, hasFocus, tabIndex, isStrong, onFollow, children }: CellLinkProps) {
  const focus = useCellFocus<HTMLAnchorElement>(hasFocus, tabIndex);
  return (
    <TwoLines title={title} isStrong={isStrong}>
      <Link
        component={RouterLink}
        to={to}
        state={state}
        {...focus}
        onClick={(event) => {
          event.stopPropagation();
          onFollow?.();
        }}
      >
        {children}
      </Link>
    </TwoLines>
  );
}
