import { Link } from '@mui/material';
import { Link as RouterLink } from 'react-router';
import type { Count } from './counts';

/** What is counted, as the way to the list of it. */
export function CountLink({ count }: { readonly count: Count }) {
  return (
    <Link component={RouterLink} to={count.to}>
      {count.label}
    </Link>
  );
}
