import ExpandMoreIcon from '@mui/icons-material/ExpandMore';
import { Accordion, AccordionDetails, AccordionSummary, Box } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { RelativeTime } from '../../components/RelativeTime';

interface EntryAccordionProps {
  readonly entry: { readonly number: number; readonly at: number };
  /** What was done, by whom; who and what in `<b>`. */
  readonly sentence: ReactNode;
  /** What is shown when it is opened. */
  readonly children: ReactNode;
}

/** One line of the activity, which opens. */
export function EntryAccordion({ entry, sentence, children }: EntryAccordionProps) {
  const [isPointedAt, setIsPointedAt] = useState(false);
  const id = `entry-${entry.number}`;

  return (
    <li>
      <Accordion
        disableGutters
        square
        elevation={0}
        slotProps={{
          heading: { component: 'div' },
          transition: { unmountOnExit: true },
          region: { id: `${id}-details`, 'aria-labelledby': id },
        }}
        sx={{ '&::before': { display: 'none' } }}
      >
        <AccordionSummary
          id={id}
          aria-controls={`${id}-details`}
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
            {sentence}
          </Box>
          <Box component="span" sx={{ color: 'text.secondary', typography: 'body2' }}>
            <RelativeTime instant={entry.at} isPointedAt={isPointedAt} />
          </Box>
        </AccordionSummary>
        <AccordionDetails sx={{ pt: 0.5, pb: 2 }}>{children}</AccordionDetails>
      </Accordion>
    </li>
  );
}
