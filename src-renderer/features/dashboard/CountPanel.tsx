import { Button, Typography } from '@mui/material';
import { useState } from 'react';
import { Panel } from '../../components/Panel';
import { CountBars } from './CountBars';
import { CountTable } from './CountTable';
import type { Count } from './counts';

interface CountPanelProps {
  readonly title: string;
  /** What each bar stands for, such as "Week". */
  readonly what: string;
  readonly counts: readonly Count[];
  readonly layout: 'horizontal' | 'vertical';
  /** Of what stands beside horizontal bars, in pixels. */
  readonly labelWidth?: number;
  /** Said where there is nothing to count. */
  readonly empty?: string;
}

/** Counts as bars; or as a table of links, for the keyboard and for whoever cannot see bars. */
export function CountPanel({ title, what, counts, layout, labelWidth, empty }: CountPanelProps) {
  const [isTable, setIsTable] = useState(false);
  return (
    <Panel
      title={title}
      actions={
        counts.length > 0 && (
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
      {counts.length === 0 ? (
        <Typography variant="body2" color="textSecondary">
          {empty}
        </Typography>
      ) : isTable ? (
        <CountTable title={title} what={what} counts={counts} />
      ) : (
        <CountBars counts={counts} layout={layout} labelWidth={labelWidth} />
      )}
    </Panel>
  );
}
