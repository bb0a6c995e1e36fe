import { Box, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useRead } from '../../../api/use-read';
import { formatNumber } from '../../../components/numbers';
import { Page } from '../../../components/Page';
import { ReadState } from '../../../components/ReadState';
import { useNow } from '../../../components/useNow';
import { useViewParams } from '../../../components/useViewParams';
import { CountPanel } from '../../dashboard/CountPanel';
import { BulkJobsPanel } from '../bulk/BulkJobsPanel';
import { DecidedPanel } from './DecidedPanel';
import { FactTiles } from './FactTiles';
import {
  countsByReason,
  decidedByModerator,
  decidedPerStretch,
  type Insight as Figures,
  factsOf,
  type Period,
  periods,
} from './figures';

/** How it stands with sign-ups, and what was decided on them. */
export function Insight() {
  const { values, adjust } = useViewParams(['days']);
  const period = periods.find((known) => String(known) === values.days) ?? 30;
  const read = useRead('moderation.insight', { days: period }, { keepsPrevious: true });
  return (
    <Page
      title="Insight"
      description="How it stands with sign-ups, and what was decided on them."
      back={{ to: '/moderation', label: 'Moderation' }}
      actions={<PeriodChoice period={period} onChoose={(days) => adjust({ days: String(days) })} />}
    >
      <ReadState read={read}>{(insight) => <Panels insight={insight} period={period} />}</ReadState>
      <BulkJobsPanel />
    </Page>
  );
}

interface PeriodChoiceProps {
  readonly period: Period;
  readonly onChoose: (period: Period) => void;
}

function PeriodChoice({ period, onChoose }: PeriodChoiceProps) {
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label="What was decided in the last"
      value={period}
      onChange={(_, chosen: Period | null) => chosen !== null && onChoose(chosen)}
    >
      {periods.map((days) => (
        <ToggleButton key={days} value={days} sx={{ textTransform: 'none', py: 0.5, color: 'text.primary' }}>
          {days} days
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

function Panels({ insight, period }: { readonly insight: Figures; readonly period: Period }) {
  const now = useNow();
  const isByWeek = period === 365;
  return (
    <>
      <FactTiles facts={factsOf(insight, now, formatNumber)} />
      <DecidedPanel
        title={isByWeek ? 'Decided per week' : 'Decided per day'}
        description="By what holds today: a rejection that was overturned counts only as the later approval."
        what={isByWeek ? 'Week' : 'Day'}
        decided={decidedPerStretch(insight, period, now)}
        layout="vertical"
      />
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fit, minmax(min(340px, 100%), 1fr))',
          columnGap: 2,
          alignItems: 'stretch',
          '& > section': { minWidth: 0 },
        }}
      >
        <DecidedPanel title="By moderator" what="Moderator" decided={decidedByModerator(insight)} layout="horizontal" />
        <CountPanel
          title="Reasons of rejections"
          what="Reason"
          counts={countsByReason(insight)}
          layout="horizontal"
          labelWidth={180}
          empty="Nothing was rejected in this period."
        />
      </Box>
    </>
  );
}
