import AddIcon from '@mui/icons-material/Add';
import { Button } from '@mui/material';
import { useEffect, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import type { OutputOf } from '../../../../src-shared/contract';
import type { AccountRow } from '../../../../src-shared/contract/accounts';
import { isWrongAddress } from '../../../api/failures';
import { useRead } from '../../../api/use-read';
import { useMay } from '../../../app/permissions';
import { CursorPager } from '../../../components/CursorPager';
import { DataTable } from '../../../components/DataTable';
import { MissingPage } from '../../../components/MissingPage';
import { forgetOpenedRow, openedRow, rememberOpenedRow } from '../../../components/opened-row';
import { Page } from '../../../components/Page';
import { AccountFilters } from './AccountFilters';
import { columnsShown } from './account-columns';
import { ColumnMenu } from './ColumnMenu';
import { NoAccounts } from './NoAccounts';
import { useListView } from './useListView';
import { useSummary } from './useSummary';

type Pages = Pick<OutputOf<'accounts.list'>, 'next' | 'previous' | 'last'>;

function pagesOf({ next, previous, last }: Pages): Pages {
  return { next, previous, last };
}

export function AccountList() {
  const mayManage = useMay('accounts.manage');
  const navigate = useNavigate();
  const { search: address } = useLocation();
  const view = useListView();
  const { filter, order, cursor, values } = view;
  const [focusedRowId] = useState(openedRow);
  // Not while it is rendered, which may be begun and given up before it is shown.
  useEffect(forgetOpenedRow, []);
  const read = useRead('accounts.list', { ...filter, ...order, cursor }, { keepsPrevious: true });
  const summary = useSummary(filter, read.isPlaceholderData ? undefined : read.data);
  const isNoPage = isWrongAddress(read.error);
  const hasRows = read.data?.rows.length !== 0;

  function open({ id }: AccountRow): void {
    rememberOpenedRow(id);
    void navigate(`/users/${id}`, { state: { list: address } });
  }

  return (
    <Page
      title="Users"
      actions={
        <>
          <ColumnMenu value={values.columns} onChange={(columns) => view.adjust({ columns })} />
          {mayManage && (
            <Button
              variant="contained"
              startIcon={<AddIcon />}
              component={Link}
              to="/users/new"
              state={{ list: address }}
            >
              Add User
            </Button>
          )}
        </>
      }
    >
      <AccountFilters view={view} />
      <DataTable
        label="Users"
        columns={columnsShown(values.columns)}
        rows={isNoPage ? [] : read.data?.rows}
        usualRows={50}
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
        empty={isNoPage ? <MissingPage /> : <NoAccounts view={view} />}
      />
      {read.data && !isNoPage && hasRows && <CursorPager {...pagesOf(read.data)} onGo={view.goTo} summary={summary} />}
    </Page>
  );
}
