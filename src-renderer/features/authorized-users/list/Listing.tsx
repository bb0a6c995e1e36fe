import { type Theme, useMediaQuery } from '@mui/material';
import type { GridColDef } from '@mui/x-data-grid';
import { type ReactNode, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { AuthorizedUserRow } from '../../../../src-shared/contract/authorized-users';
import { isWrongAddress } from '../../../api/failures';
import { CursorPager } from '../../../components/CursorPager';
import { DataTable } from '../../../components/DataTable';
import { FailureNotice } from '../../../components/FailureNotice';
import { MissingPage } from '../../../components/MissingPage';
import { forgetOpenedRow, openedRow, rememberOpenedRow } from '../../../components/opened-row';
import { useWayHere } from '../../../components/useWayBack';
import type { AuthorizedUserSide } from '../side';
import { useActs } from '../useActs';
import { actColumn, detailColumns } from './columns';
import { NoAuthorizedUsers } from './NoAuthorizedUsers';
import { summaryOf } from './summary';
import type { ListView } from './useListView';

interface ListPage<R> {
  readonly rows: readonly R[];
  readonly next: string | null;
  readonly previous: string | null;
  readonly last: string | null;
  readonly atLeast: number;
}

interface ListingProps<R extends AuthorizedUserRow> {
  readonly view: ListView;
  readonly side: AuthorizedUserSide<R>;
  readonly read: {
    readonly data: ListPage<R> | undefined;
    readonly error: unknown;
    readonly isPlaceholderData: boolean;
    readonly refetch: () => unknown;
  };
  /** How many match, where that was asked for and is known. */
  readonly total: number | null | undefined;
  /** What this screen is called where it is led back to. */
  readonly label: string;
  /** What is shown beside the e-mail, such as whom somebody acts for. */
  readonly furtherColumns?: readonly GridColDef<R>[];
  readonly hint: string;
  readonly add: ReactNode;
}

/** The rows of a list of authorized users, with what can be done to each at the far right, and the pages. */
export function Listing<R extends AuthorizedUserRow>(props: ListingProps<R>) {
  const { view, side, read, total, label, furtherColumns = [], hint, add } = props;
  const { order } = view;
  const navigate = useNavigate();
  const here = useWayHere(label);
  const acts = useActs(side);
  const [focusedRowId] = useState(openedRow);
  // Not while it is rendered, which may be begun and given up before it is shown.
  useEffect(forgetOpenedRow, []);
  const isNoPage = isWrongAddress(read.error);
  const page = isNoPage ? undefined : read.data;

  function open({ id }: R): void {
    rememberOpenedRow(id);
    void navigate(side.addressOf(id), { state: here });
  }

  const isNarrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const [name, email, ...details] = detailColumns<R>(({ id }) => ({
    to: side.addressOf(id),
    state: here,
    onFollow: () => rememberOpenedRow(id),
  }));
  const mayTouch = ({ isSelf }: R) => side.mayManage && !isSelf;
  const columns = [
    ...(name && email ? [name, email] : []),
    ...furtherColumns,
    // What is left out stands in the form, to which every row leads: what is done with a row stays in sight.
    ...details.filter(({ field }) => !isNarrow || field === 'login'),
    ...(side.mayManage
      ? view.filter.isInTrash
        ? [actColumn<R>('Restore', 72, mayTouch, acts.restore)]
        : [actColumn<R>('Edit', 50, mayTouch, open), actColumn<R>('Delete', 64, mayTouch, acts.remove, 'error')]
      : []),
  ];

  return (
    <>
      <FailureNotice failure={acts.failure} />
      <DataTable
        label="Authorized users"
        isDense
        columns={columns}
        rows={isNoPage ? [] : page?.rows}
        usualRows={10}
        isLoading={read.isPlaceholderData}
        failure={isNoPage ? null : read.error}
        onRetry={() => void read.refetch()}
        onOpen={open}
        focusedRowId={focusedRowId}
        sorting={{
          field: order.sort,
          isDescending: order.isDescending,
          onChange: (sort, isDescending) =>
            view.change({ sort: sort === 'name' ? undefined : sort, order: isDescending ? 'desc' : undefined }),
        }}
        empty={isNoPage ? <MissingPage /> : <NoAuthorizedUsers view={view} add={add} hint={hint} />}
      />
      {page && page.rows.length > 0 && (
        <CursorPager
          next={page.next}
          previous={page.previous}
          last={page.last}
          onGo={view.goTo}
          summary={read.isPlaceholderData ? undefined : summaryOf(page, total)}
        />
      )}
    </>
  );
}
