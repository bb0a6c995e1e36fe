import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useRead } from '../../../api/use-read';
import { useMay } from '../../../app/permissions';
import { CursorPager } from '../../../components/CursorPager';
import { EmptyState } from '../../../components/EmptyState';
import { Rows } from '../../../components/Rows';
import { EntryRow } from '../../activity/EntryRow';

/** What was done with this account, and by it, newest first. */
export function AccountActivity({ id }: { readonly id: string }) {
  const [cursor, setCursor] = useState<string>();
  const navigate = useNavigate();
  const maySeeAll = useMay('activity.view');
  const read = useRead('accounts.activity', { id, cursor }, { keepsPrevious: true });

  function showPerson(personId: string): void {
    void navigate(`/activity?${new URLSearchParams({ person: personId })}`);
  }

  return (
    <>
      <Rows
        label="Activity of this account"
        read={read}
        empty={
          <EmptyState title="Nothing is recorded about this account">
            Whatever is changed will be listed here.
          </EmptyState>
        }
      >
        {(entry) => <EntryRow key={entry.number} entry={entry} onShowPerson={maySeeAll ? showPerson : undefined} />}
      </Rows>
      {read.data && (
        <CursorPager
          next={read.data.next}
          previous={read.data.previous}
          onGo={setCursor}
          words={{ first: 'Newest', previous: 'Newer', next: 'Older' }}
        />
      )}
    </>
  );
}
