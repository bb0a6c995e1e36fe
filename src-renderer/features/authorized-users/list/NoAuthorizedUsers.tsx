import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import { EmptyState } from '../../../components/EmptyState';
import type { ListView } from './useListView';

interface NoAuthorizedUsersProps {
  readonly view: ListView;
  /** Where nobody is there yet: the way on, and what is to be known of it. */
  readonly add: ReactNode;
  readonly hint: string;
}

/** In place of the rows where nobody fits, or nobody is there yet. */
export function NoAuthorizedUsers({ view, add, hint }: NoAuthorizedUsersProps) {
  const { isFiltered, filter, clear } = view;
  const clearing = <Button onClick={clear}>Clear filters</Button>;
  if (filter.isInTrash && Object.keys(filter).length === 1) {
    return (
      <EmptyState title="The trash is empty" action={clearing}>
        Authorized users who are deleted can be restored from here until they are deleted for good.
      </EmptyState>
    );
  }
  if (isFiltered) {
    return (
      <EmptyState title="Nobody found" action={clearing}>
        No authorized user fits the search and the filters.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No authorized users yet" action={add}>
      {hint}
    </EmptyState>
  );
}
