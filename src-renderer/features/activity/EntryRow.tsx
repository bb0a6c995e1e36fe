import ExpandMoreIcon from '@mui/icons-material/ExpandMore';
import { Accordion, AccordionDetails, AccordionSummary, Box } from '@mui/material';
import { useState } from 'react';
import type { ActivityEntry } from '../../../src-shared/contract/activity';
import { RelativeTime } from '../../components/RelativeTime';
import { EntryDetails } from './EntryDetails';
import { sentenceOf } from './sentences';

interface EntryRowProps {
  readonly entry: ActivityEntry;
  readonly onShowPerson?: (id: string) => void;
}

/** One change as a sentence; opened, it shows what was there before and after. */
export function EntryRow({ entry, onShowPerson }: EntryRowProps) {
  const [isPointedAt, setIsPointedAt] = useState(false);
  const { actor, phrase, subject, onBehalfOf } = sentenceOf(entry);

  return (
    <li>
      <Accordion
        disableGutters
        square
        elevation={0}
        slotProps={{
          heading: { component: 'div' },
          transition: { unmountOnExit: true },
          region: { id: `entry-${entry.number}-details`, 'aria-labelledby': `entry-${entry.number}` },
        }}
        sx={{ '&::before': { display: 'none' } }}
      >
        <AccordionSummary
          id={`entry-${entry.number}`}
          aria-controls={`entry-${entry.number}-details`}
          expandIcon={<ExpandMoreIcon fontSize="small" />}
          onFocusVisible={() => setIsPointedAt(true)}
          onBlur={() => setIsPointedAt(false)}
          sx={{
            minHeight: 44,
            // Inside, because the list cuts off what stands out of it.
            '&.Mui-focusVisible': { outlineOffset: -2, bgcolor: 'action.hover' },
            '& .MuiAccordionSummary-content': {
              my: 1,
              mr: 1,
              columnGap: 2,
              alignItems: 'center',
              flexWrap: 'wrap',
              justifyContent: 'space-between',
            },
          }}
        >
          <Box
            component="span"
            sx={{ typography: 'body1', flex: '1 1 300px', overflowWrap: 'anywhere', '& b': { fontWeight: 600 } }}
          >
            <b>{actor}</b> {phrase}
            {subject !== null && (
              <>
                : <b>{subject}</b>
              </>
            )}
            {onBehalfOf !== null && (
              <>
                , on behalf of <b>{onBehalfOf}</b>
              </>
            )}
          </Box>
          <Box component="span" sx={{ color: 'text.secondary', typography: 'body2' }}>
            <RelativeTime instant={entry.at} isPointedAt={isPointedAt} />
          </Box>
        </AccordionSummary>
        <AccordionDetails sx={{ pt: 0.5, pb: 2 }}>
          <EntryDetails entry={entry} onShowPerson={onShowPerson} />
        </AccordionDetails>
      </Accordion>
    </li>
  );
}
