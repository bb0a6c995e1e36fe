import AddIcon from '@mui/icons-material/Add';
import { Button } from '@mui/material';
import { useCallback } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { staffStatuses } from '../../../src-shared/contract/staff';
import { isWrongAddress } from '../../api/failures';
import { useRead } from '../../api/use-read';
import { useMay } from '../../app/permissions';
import { CursorPager } from '../../components/CursorPager';
import { DataTable } from '../../components/DataTable';
import { EmptyState } from '../../components/EmptyState';
import { FilterBar } from '../../components/FilterBar';
import { FilterSelect } from '../../components/FilterSelect';
import { MissingPage } from '../../components/MissingPage';
import { Page } from '../../components/Page';
import { SearchField } from '../../components/SearchField';
import { useViewParams } from '../../components/useViewParams';
import { staffColumns } from './staff-columns';

const statusOptions = [
  { value: 'active', label: 'Active' },
  { value: 'deactivated', label: 'Deactivated' },
] as const;

export function StaffList() {
  const mayManage = useMay('staff.manage');
  const navigate = useNavigate();
  const { search: address } = useLocation();
  const { values, filter, cursor, goTo } = useViewParams(['search', 'status']);
  const status = staffStatuses.find((known) => known === values.status);
  const read = useRead('staff.list', { search: values.search, status, cursor }, { keepsPrevious: true });
  const isNoPage = isWrongAddress(read.error);
  const isFiltered = values.search !== undefined || status !== undefined;
  const showAll = () => filter({ search: undefined, status: undefined });
  const search = useCallback((typed: string) => filter({ search: typed }), [filter]);

  return (
    <Page
      title="Staff"
      description="The people who work in the back office."
      actions={
        mayManage && (
          <Button
            variant="contained"
            startIcon={<AddIcon />}
            component={Link}
            to="/staff/new"
            state={{ list: address }}
          >
            Add staff
          </Button>
        )
      }
    >
      <FilterBar onClear={isFiltered ? showAll : null}>
        <SearchField label="Search by name, e-mail or phone" value={values.search ?? ''} onChange={search} />
        <FilterSelect
          label="Status"
          allLabel="Every status"
          options={statusOptions}
          value={status}
          onChange={(chosen) => filter({ status: chosen })}
        />
      </FilterBar>
      <DataTable
        label="Staff"
        columns={staffColumns}
        rows={isNoPage ? [] : read.data?.rows}
        isLoading={read.isPlaceholderData}
        failure={isNoPage ? null : read.error}
        onRetry={() => void read.refetch()}
        onOpen={({ id }) => void navigate(`/staff/${id}`, { state: { list: address } })}
        empty={
          isNoPage ? (
            <MissingPage />
          ) : isFiltered ? (
            <EmptyState title="Nobody found" action={<Button onClick={showAll}>Clear filters</Button>}>
              No staff account fits the search and the status.
            </EmptyState>
          ) : (
            <EmptyState title="No staff yet">Staff accounts will be listed here.</EmptyState>
          )
        }
      />
      {read.data && (
        <CursorPager
          next={read.data.next}
          previous={read.data.previous}
          onGo={goTo}
          summary={`${read.data.rows.length} shown`}
        />
      )}
    </Page>
  );
}
