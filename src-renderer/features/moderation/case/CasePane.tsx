import { Button } from '@mui/material';
import { isWrongAddress } from '../../../api/failures';
import { useRead } from '../../../api/use-read';
import { EmptyState } from '../../../components/EmptyState';
import { ReadState } from '../../../components/ReadState';
import { type CaseSurroundings, LoadedCase } from './LoadedCase';

interface CasePaneProps extends CaseSurroundings {
  readonly id: string;
}

/** The case that is chosen. */
export function CasePane({ id, ...surroundings }: CasePaneProps) {
  const read = useRead('moderation.get', { id });
  if (isWrongAddress(read.error)) {
    return (
      <EmptyState
        title="This case does not exist (any more)"
        action={
          <Button variant="outlined" color="inherit" onClick={surroundings.onLeave}>
            Back to the list
          </Button>
        }
      >
        It may have been deleted, or the address is mistyped.
      </EmptyState>
    );
  }
  return (
    <ReadState read={read}>
      {(data) => (
        <LoadedCase
          key={id}
          signUpCase={data}
          isReadNow={read.isFetchedAfterMount && !read.isFetching}
          {...surroundings}
        />
      )}
    </ReadState>
  );
}
