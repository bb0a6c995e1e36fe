import { Box } from '@mui/material';
import { BarChart } from '@mui/x-charts/BarChart';
import { useNavigate } from 'react-router';
import { formatNumber } from '../../components/numbers';
import type { Count } from './counts';

interface CountBarsProps {
  readonly counts: readonly Count[];
  readonly layout: 'horizontal' | 'vertical';
  /** Of what stands beside horizontal bars, in pixels. */
  readonly labelWidth?: number;
}

const height = 220;
const barHeight = 30;

/** Bars for the eye and the mouse; a click anywhere in the place of a bar leads to its list. */
export function CountBars({ counts, layout, labelWidth = 120 }: CountBarsProps) {
  const navigate = useNavigate();
  const isHorizontal = layout === 'horizontal';
  const bands = {
    scaleType: 'band',
    data: counts.map(({ key }) => key),
    valueFormatter: (key: string, { location }: { readonly location: string }) => {
      const count = counts.find((candidate) => candidate.key === key);
      return (location === 'tick' ? count?.shortLabel : count?.label) ?? '';
    },
    colorMap: { type: 'ordinal', values: counts.map(({ key }) => key), colors: counts.map(({ color }) => color) },
    disableLine: true,
    disableTicks: true,
  } as const;
  const numbers = {
    valueFormatter: (value: number) => formatNumber(value),
    tickMinStep: 1,
    min: 0,
    disableLine: true,
    disableTicks: true,
  } as const;

  return (
    <Box aria-hidden sx={{ minWidth: 0 }}>
      <BarChart
        layout={layout}
        height={isHorizontal ? Math.max(120, counts.length * barHeight + 40) : height}
        margin={{ top: 8, right: isHorizontal ? 32 : 20, bottom: 0, left: 0 }}
        hideLegend
        skipAnimation
        disableKeyboardNavigation
        borderRadius={2}
        grid={isHorizontal ? { vertical: true } : { horizontal: true }}
        xAxis={[isHorizontal ? { ...numbers, height: 24 } : { ...bands, height: 24, categoryGapRatio: 0.25 }]}
        yAxis={[isHorizontal ? { ...bands, width: labelWidth, categoryGapRatio: 0.35 } : { ...numbers, width: 48 }]}
        series={[{ data: counts.map(({ count }) => count), valueFormatter: (value) => formatNumber(value ?? 0) }]}
        onAxisClick={(_, data) => {
          const clicked = data === null ? undefined : counts[data.dataIndex];
          if (clicked) void navigate(clicked.to);
        }}
        sx={{ cursor: 'pointer' }}
      />
    </Box>
  );
}
