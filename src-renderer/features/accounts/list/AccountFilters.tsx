import { useCallback } from 'react';
import { accountStatuses } from '../../../../src-shared/contract/accounts';
import { FilterBar } from '../../../components/FilterBar';
import { FilterSelect } from '../../../components/FilterSelect';
import { SearchField } from '../../../components/SearchField';
import { useProfileTypes } from '../../profiles/useProfileTypes';
import { statusLabels } from '../account-words';
import { staffParam } from './list-view';
import { MoreFilters } from './MoreFilters';
import { useGroupOptions } from './useGroupOptions';
import type { ListView } from './useListView';

const statusOptions = accountStatuses.map((status) => ({ value: status, label: statusLabels[status] }));
const staffOptions = [
  { value: 'yes', label: 'Staff only' },
  { value: 'no', label: 'Without staff' },
] as const;

/** What the list leaves out. */
export function AccountFilters({ view }: { readonly view: ListView }) {
  const { values, filter, change } = view;
  const types = useProfileTypes();
  const groupOptions = useGroupOptions();
  const search = useCallback((typed: string) => change({ search: typed }), [change]);

  return (
    <FilterBar onClear={view.isFiltered ? view.clear : null}>
      <SearchField label="Search name, e-mail or phone" focusKey="/" value={values.search ?? ''} onChange={search} />
      <FilterSelect
        label="Status"
        allLabel="Any status"
        options={statusOptions}
        value={filter.status}
        onChange={(status) => change({ status })}
      />
      <FilterSelect
        label="Staff"
        allLabel="Staff or not"
        options={staffOptions}
        value={staffParam(values.staff)}
        onChange={(staff) => change({ staff })}
      />
      <FilterSelect
        label="Profile type"
        allLabel="Any profile"
        options={(types.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={values.type}
        onChange={(type) => change({ type })}
      />
      {groupOptions.length > 0 && (
        <FilterSelect
          label="Group"
          allLabel="Any group"
          options={groupOptions}
          value={values.group}
          onChange={(group) => change({ group })}
        />
      )}
      <MoreFilters view={view} />
    </FilterBar>
  );
}
