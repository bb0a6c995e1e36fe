import { useCallback } from 'react';
import { loginStates } from '../../../../src-shared/contract/authorized-users';
import type { DelegationChoices } from '../../../../src-shared/contract/delegation';
import { FilterBar } from '../../../components/FilterBar';
import { FilterSelect } from '../../../components/FilterSelect';
import { SearchField } from '../../../components/SearchField';
import { loginLabels } from '../words';
import type { ListView } from './useListView';

const loginOptions = loginStates.map((state) => ({ value: state, label: loginLabels[state] }));
const trashOptions = [{ value: '1', label: 'In the trash' }] as const;

interface ListFiltersProps {
  readonly view: ListView;
  /** Undefined until it is known what there is to filter by. */
  readonly choices: DelegationChoices | undefined;
}

/** What the list leaves out. */
export function ListFilters({ view, choices }: ListFiltersProps) {
  const { values, filter, change } = view;
  const search = useCallback((typed: string) => change({ search: typed }), [change]);
  return (
    <FilterBar onClear={view.isFiltered ? view.clear : null}>
      <SearchField label="Search authorized users" focusKey="/" value={values.search ?? ''} onChange={search} />
      <FilterSelect
        label="Category"
        allLabel="Any category"
        options={(choices?.categories ?? []).map(({ id, name, isArchived }) => option(id, name, isArchived))}
        value={filter.categoryId}
        onChange={(category) => change({ category })}
      />
      <FilterSelect
        label="Login"
        allLabel="Any login"
        options={loginOptions}
        value={filter.loginState}
        onChange={(login) => change({ login })}
      />
      <FilterSelect
        label="Permission"
        allLabel="Any permission"
        options={(choices?.permissions ?? []).map(({ permission, label, isArchived }) =>
          option<string>(permission, label, isArchived),
        )}
        value={filter.permission}
        onChange={(permission) => change({ permission })}
      />
      <FilterSelect
        label="Trash"
        allLabel="Not in the trash"
        options={trashOptions}
        value={filter.isInTrash && '1'}
        onChange={(trash) => change({ trash })}
      />
    </FilterBar>
  );
}

function option<V extends string>(value: V, label: string, isArchived: boolean) {
  return { value, label: isArchived ? `${label} (archived)` : label };
}
