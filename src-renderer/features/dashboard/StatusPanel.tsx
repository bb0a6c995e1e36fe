import { Box } from '@mui/material';
import { PieChart } from '@mui/x-charts/PieChart';
import { useNavigate } from 'react-router';
import { formatNumber } from '../../components/numbers';
import { Panel } from '../../components/Panel';
import { CountLink } from './CountLink';
import { countsByStatus, type Figures } from './counts';

const size = 168;

/** The accounts by status: a ring, and beside it the same as a list. */
export function StatusPanel({ figures }: { readonly figures: Figures }) {
  const navigate = useNavigate();
  const counts = countsByStatus(figures);

  return (
    <Panel title="Accounts by status">
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
        {/* For the eye and the mouse; the list beside it says the same. */}
        <Box aria-hidden sx={{ flex: 'none' }}>
          <PieChart
            width={size}
            height={size}
            margin={0}
            hideLegend
            skipAnimation
            disableKeyboardNavigation
            series={[
              {
                innerRadius: '62%',
                outerRadius: '100%',
                paddingAngle: 1,
                data: counts.map(({ key, label, count, color }) => ({ id: key, label, value: count, color })),
                valueFormatter: ({ value }) => formatNumber(value),
              },
            ]}
            onItemClick={(_, { dataIndex }) => {
              const clicked = dataIndex === undefined ? undefined : counts[dataIndex];
              if (clicked) void navigate(clicked.to);
            }}
            sx={{ '& .MuiPieArc-root': { stroke: 'none', cursor: 'pointer' } }}
          />
        </Box>
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, flex: '1 1 140px', typography: 'body1' }}>
          {counts.map((count) => (
            <Box
              component="li"
              key={count.key}
              sx={{ display: 'flex', alignItems: 'center', gap: 1, py: 0.5, '& a': { flex: 1 } }}
            >
              <Box
                component="span"
                sx={{ width: 10, height: 10, borderRadius: '50%', bgcolor: count.color, flex: 'none' }}
              />
              <CountLink count={count} />
              <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums' }}>
                {formatNumber(count.count)}
              </Box>
            </Box>
          ))}
        </Box>
      </Box>
    </Panel>
  );
}
