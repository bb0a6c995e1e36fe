import { Box, Button, Checkbox, FormControlLabel, Link } from '@mui/material';
import { useState } from 'react';
import type { CaseFilter, CaseRow } from '../../../../src-shared/contract/sign-up-cases';
import { formatNumber } from '../../../components/numbers';
import type { BulkDecision } from '../bulk/bulk-words';
import { type BulkRequest, ofMatching, ofTicked } from './bulk-request';
import { mostTicks, type Ticks } from './useTicks';

interface TickBarProps {
  readonly rows: readonly CaseRow[];
  readonly ticks: Ticks;
  readonly filter: CaseFilter;
  /** How many match; null until they are counted. */
  readonly total: number | null;
  readonly hasMore: boolean;
  readonly onAsk: (request: BulkRequest) => void;
}

/** Ticks everything on the page or everything that matches, and says what is to be done with it. */
export function TickBar({ rows, ticks, filter, total, hasMore, onAsk }: TickBarProps) {
  const [isEverything, setIsEverything] = useState(false);
  const onPage = rows.map(({ id }) => id);
  const tickedOnPage = onPage.filter((id) => ticks.ids.has(id)).length;
  const isPageTicked = onPage.length > 0 && tickedOnPage === onPage.length;
  const isWhole = isEverything && isPageTicked && hasMore;
  const chosen = isWhole ? total : ticks.ids.size;

  function ask(decision: BulkDecision): void {
    onAsk(isWhole ? ofMatching(decision, filter, total) : ofTicked(decision, [...ticks.ids]));
  }

  return (
    <Box sx={{ borderBottom: 1, borderColor: 'divider', pl: '7px', pr: 1, py: 0.25 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, minHeight: 34 }}>
        <FormControlLabel
          label={ticks.ids.size === 0 ? 'Tick this page' : `${chosen === null ? 'All' : formatNumber(chosen)} ticked`}
          control={
            <Checkbox
              checked={isPageTicked}
              indeterminate={!isPageTicked && ticks.ids.size > 0}
              onChange={(event) => {
                setIsEverything(false);
                ticks.tickAll(onPage, event.target.checked);
              }}
              slotProps={{ input: { 'aria-label': 'Tick all on this page' } }}
              sx={{ p: 0.5, mr: 0.5 }}
            />
          }
          sx={{ flex: 1, ml: 0, mr: 0, minWidth: 120, '& .MuiFormControlLabel-label': { fontSize: '0.8125rem' } }}
        />
        {ticks.ids.size > 0 && (
          <>
            <Button size="small" onClick={() => ask('approve')}>
              Approve…
            </Button>
            <Button size="small" color="error" onClick={() => ask('reject')}>
              Reject…
            </Button>
          </>
        )}
      </Box>
      {!isWhole && ticks.ids.size >= mostTicks && (
        <Box role="status" sx={{ typography: 'body2', pb: 0.5, pl: 0.5 }}>
          No more than {formatNumber(mostTicks)} can be ticked one by one.
        </Box>
      )}
      {isPageTicked && hasMore && (
        <Box sx={{ typography: 'body2', pb: 0.5, pl: 0.5 }}>
          {isWhole ? 'Everything that matches is ticked. ' : ''}
          <Link component="button" type="button" variant="body2" onClick={() => setIsEverything(!isWhole)}>
            {isWhole
              ? 'Only what is on this page'
              : `Tick ${total === null ? 'everything' : `all ${formatNumber(total)}`} that match`}
          </Link>
        </Box>
      )}
    </Box>
  );
}
