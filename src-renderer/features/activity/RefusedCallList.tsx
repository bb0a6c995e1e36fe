import { Box } from '@mui/material';
import type { RefusedCall } from '../../../src-shared/contract/activity';
import { useRead } from '../../api/use-read';
import { CursorPager } from '../../components/CursorPager';
import { EmptyState } from '../../components/EmptyState';
import { RelativeTime } from '../../components/RelativeTime';
import { Rows } from '../../components/Rows';
import { formatExactly } from '../../components/times';
import { useViewParams } from '../../components/useViewParams';
import { procedureWords } from './procedure-words';
import { refusalReason } from './refusal-reasons';

/** The calls that were refused: who wanted what, why it was refused, and how often. */
export function RefusedCallList() {
  const { cursor, goTo } = useViewParams([]);
  const read = useRead('activity.refusedCalls', { cursor }, { keepsPrevious: true });

  return (
    <>
      <Rows
        label="Refused calls"
        read={read}
        empty={
          <EmptyState title="Nothing was refused">
            When somebody tries what they may not do, it is counted and listed here.
          </EmptyState>
        }
      >
        {(row) => <RefusedCallRow key={row.number} refused={row} />}
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

function RefusedCallRow({ refused }: { readonly refused: RefusedCall }) {
  const { actor, procedure, code, count, firstAt, lastAt } = refused;
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        justifyContent: 'space-between',
        columnGap: 2,
        px: 2,
        py: 1.25,
        '& b': { fontWeight: 600 },
      }}
    >
      <Box sx={{ flex: '1 1 300px', overflowWrap: 'anywhere' }}>
        <b>{actor?.name ?? 'Somebody not signed in'}</b> was not allowed to <b>{procedureWords(procedure)}</b>
        <Box sx={{ typography: 'body2', color: 'text.secondary' }}>{refusalReason(code)}</Box>
      </Box>
      <Box sx={{ typography: 'body2', color: 'text.secondary' }}>
        {count === 1 ? 'Once, ' : `${count} times, last `}
        <RelativeTime instant={lastAt} />
        {count > 1 && <Box>First {formatExactly(firstAt)}</Box>}
      </Box>
    </Box>
  );
}
