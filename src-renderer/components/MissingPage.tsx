import { Button } from '@mui/material';
import { EmptyState } from './EmptyState';
import { useViewParams } from './useViewParams';

/** In place of the rows of a list whose address asks for what is not there. */
export function MissingPage() {
  const { cursor, goTo } = useViewParams([]);
  if (cursor === undefined) {
    return <EmptyState title="There is no such list">The address asks for something that does not exist.</EmptyState>;
  }
  return (
    <EmptyState
      title="This page of the list does not exist (any more)"
      action={
        <Button variant="outlined" color="inherit" onClick={() => goTo(undefined)}>
          Go to the first page
        </Button>
      }
    >
      The address may be mistyped, or from another version of Steward.
    </EmptyState>
  );
}
