import { Button } from '@mui/material';
import { type ActivityAct, activityActs } from '../../../src-shared/activity';
import { useRead } from '../../api/use-read';
import { CursorPager } from '../../components/CursorPager';
import { EmptyState } from '../../components/EmptyState';
import { FilterBar } from '../../components/FilterBar';
import { FilterSelect } from '../../components/FilterSelect';
import { Rows } from '../../components/Rows';
import { useViewParams } from '../../components/useViewParams';
import { EntryRow } from './EntryRow';
import { PersonFilter } from './PersonFilter';
import { personIn } from './people';
import { actLabel } from './sentences';

const actOptions = activityActs.map((act) => ({ value: act, label: actLabel(act) }));

/** The changes, newest first, by act and by person. */
export function EntryList() {
  const { values, filter, cursor, goTo } = useViewParams(['act', 'person']);
  const act = activityActs.find((known) => known === values.act);
  const read = useRead('activity.list', { act, personId: values.person, cursor }, { keepsPrevious: true });
  const isFiltered = act !== undefined || values.person !== undefined;
  const showAll = () => filter({ act: undefined, person: undefined });

  return (
    <>
      <FilterBar onClear={isFiltered ? showAll : null}>
        <FilterSelect<ActivityAct>
          label="What was done"
          allLabel="Everything that was done"
          options={actOptions}
          value={act}
          onChange={(chosen) => filter({ act: chosen })}
        />
        <PersonFilter
          personId={values.person}
          known={values.person === undefined ? null : personIn(read.data?.rows ?? [], values.person)}
          onChange={(person) => filter({ person: person?.id })}
        />
      </FilterBar>
      <Rows
        label="Changes"
        read={read}
        empty={
          isFiltered ? (
            <EmptyState title="Nothing like that is recorded" action={<Button onClick={showAll}>Clear filters</Button>}>
              Choose another act or another person.
            </EmptyState>
          ) : (
            <EmptyState title="Nothing has happened yet">
              Whatever is changed in this office will be listed here.
            </EmptyState>
          )
        }
      >
        {(row) => (
          <EntryRow key={row.number} entry={row} onShowPerson={(id) => filter({ person: id, act: undefined })} />
        )}
      </Rows>
      {read.data && (
        <CursorPager
          next={read.data.next}
          previous={read.data.previous}
          onGo={goTo}
          words={{ first: 'Newest', previous: 'Newer', next: 'Older' }}
        />
      )}
    </>
  );
}
