import { memo, useCallback } from 'react';
import { FilterBar } from '../../../components/FilterBar';
import { FilterSelect } from '../../../components/FilterSelect';
import { SearchField } from '../../../components/SearchField';
import { useKeyChoice } from '../keys/key-choice';
import { MoreFilters } from './MoreFilters';
import { ageOf, ages, decisions } from './queue-view';
import type { QueueView } from './useQueueView';

const decisionLabels = { approved: 'Approved', rejected: 'Rejected' } as const;
const decisionOptions = decisions.map((value) => ({ value, label: decisionLabels[value] }));

interface QueueFiltersProps {
  readonly view: QueueView;
  readonly types: readonly { readonly id: string; readonly name: string }[];
}

/** What the queue leaves out, and in which order it is. */
export const QueueFilters = memo(function QueueFilters({ view, types }: QueueFiltersProps) {
  const { values, change } = view;
  const hasKeys = useKeyChoice((state) => state.isOn);
  const search = useCallback((typed: string) => change({ search: typed }), [change]);
  const isDecided = view.tab === 'decided';
  const words = isDecided ? 'Decided more than' : 'Waiting more than';
  const usualOrder = isDecided ? 'Newest first' : 'Oldest first';
  const reversedOrder = isDecided ? 'Oldest first' : 'Newest first';

  return (
    <FilterBar onClear={view.isFiltered ? view.clear : null}>
      <SearchField
        label="Search name, e-mail or phone"
        focusKey={hasKeys ? '/' : undefined}
        value={values.search ?? ''}
        onChange={search}
      />
      <FilterSelect
        label="Profile type"
        allLabel="Any profile"
        options={types.map(({ id, name }) => ({ value: id, label: name }))}
        value={values.type}
        onChange={(type) => change({ type })}
      />
      <FilterSelect
        label="Age"
        allLabel="Any age"
        options={ages.map((days) => ({ value: days, label: `${words} ${days} ${days === '1' ? 'day' : 'days'}` }))}
        value={ageOf(values)}
        onChange={(age) => change({ age })}
      />
      {isDecided && (
        <FilterSelect
          label="Decision"
          allLabel="Any decision"
          options={decisionOptions}
          value={decisions.find((known) => known === values.decision)}
          onChange={(decision) => change({ decision })}
        />
      )}
      <FilterSelect
        label="Order"
        allLabel={usualOrder}
        options={[{ value: 'reversed', label: reversedOrder }]}
        value={view.order.isReversed ? 'reversed' : undefined}
        onChange={(order) => change({ order })}
      />
      <MoreFilters view={view} />
    </FilterBar>
  );
});
