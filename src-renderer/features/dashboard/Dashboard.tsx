import { Box } from '@mui/material';
import { useRead } from '../../api/use-read';
import { useMay } from '../../app/permissions';
import { ReadState } from '../../components/ReadState';
import { Attention } from './Attention';
import { CountPanel } from './CountPanel';
import { accountsAtAll, countsByDay, countsByType, countsByWeek, type Figures, usersWhere } from './counts';
import { FirstSteps } from './FirstSteps';
import { StatusPanel } from './StatusPanel';

/** The accounts of the office in figures, each of which leads to the list behind it. */
export function Dashboard() {
  const read = useRead('dashboard.get', {});
  return (
    <ReadState read={read}>
      {(figures) => (accountsAtAll(figures) <= 1 ? <FirstSteps /> : <FiguresOfOffice figures={figures} />)}
    </ReadState>
  );
}

function FiguresOfOffice({ figures }: { readonly figures: Figures }) {
  const maySeeActivity = useMay('activity.view');
  const signIns = maySeeActivity
    ? `/activity?${new URLSearchParams({ act: 'session.signed-in' })}`
    : usersWhere({ sort: 'lastSignIn', order: 'desc' });
  return (
    <>
      <Attention figures={figures} />
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fit, minmax(min(340px, 100%), 1fr))',
          columnGap: 2,
          alignItems: 'stretch',
          '& > section': { minWidth: 0 },
        }}
      >
        <StatusPanel figures={figures} />
        <CountPanel
          title="Profiles by type"
          what="Profile type"
          counts={countsByType(figures)}
          layout="horizontal"
          empty="No profile types yet."
        />
        <CountPanel title="Accounts added per week" what="Week" counts={countsByWeek(figures)} layout="vertical" />
        <CountPanel title="Sign-ins per day" what="Day" counts={countsByDay(figures, signIns)} layout="vertical" />
      </Box>
    </>
  );
}
