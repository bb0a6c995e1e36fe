import { Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useMay } from '../../../app/permissions';
import { Panel } from '../../../components/Panel';
import { DecidedBars } from './DecidedBars';
import { DecidedTable } from './DecidedTable';
import { type Decided, type Decision, wayTo } from './figures';

interface DecidedPanelProps {
  readonly title: string;
  readonly description?: string;
  /** What each bar stands for, such as "Day". */
  readonly what: string;
  readonly decided: readonly Decided[];
  readonly layout: 'horizontal' | 'vertical';
}

/** What was decided as bars; or as a table of links, for the keyboard and for whoever cannot see bars. */
export function DecidedPanel({ title, description, what, decided, layout }: DecidedPanelProps) {
  const [isTable, setIsTable] = useState(false);
  const maySeeActivity = useMay('activity.view');
  const way = (one: Decided, decision: Decision) => wayTo(one, decision, maySeeActivity);
  const isAny = decided.some(({ approved, rejected }) => approved + rejected > 0);
  return (
    <Panel
      title={title}
      description={description}
      actions={
        isAny && (
          <Button
            size="small"
            aria-label={`${title}: show as a ${isTable ? 'chart' : 'table'}`}
            onClick={() => setIsTable(!isTable)}
            sx={{ flex: 'none' }}
          >
            {isTable ? 'Chart' : 'Table'}
          </Button>
        )
      }
    >
      {!isAny ? (
        <Typography variant="body2" color="textSecondary">
          Nothing was decided in this period.
        </Typography>
      ) : isTable ? (
        // The newest is what is looked for.
        <DecidedTable
          title={title}
          what={what}
          decided={layout === 'vertical' ? [...decided].reverse() : decided}
          wayTo={way}
        />
      ) : (
        <DecidedBars decided={decided} layout={layout} wayTo={way} />
      )}
    </Panel>
  );
}
