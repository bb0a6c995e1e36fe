import { Button } from '@mui/material';
import { Link } from 'react-router';
import { EmptyState } from './EmptyState';
import { Page } from './Page';

interface MissingRecordProps {
  /** What kind of record was looked for, such as "Group". */
  readonly title: string;
  readonly list: { readonly to: string; readonly label: string };
}

/** In place of a record that its address does not lead to. */
export function MissingRecord({ title, list }: MissingRecordProps) {
  return (
    <Page title={title} width="form">
      <EmptyState
        title="This record does not exist (any more)"
        action={
          <Button component={Link} to={list.to} variant="outlined" color="inherit">
            Go to the list: {list.label}
          </Button>
        }
      >
        It may have been deleted, or the address is mistyped.
      </EmptyState>
    </Page>
  );
}
