import { Box, Tab, Tabs } from '@mui/material';
import { useSearchParams } from 'react-router';
import { Page } from '../../components/Page';
import { EntryList } from './EntryList';
import { RefusedCallList } from './RefusedCallList';

const changesTab = 'changes';
const refusedTab = 'refused';

/** Who changed what, when and why; and, on the second tab, who was refused what. */
export function ActivityScreen() {
  const [params, setParams] = useSearchParams();
  const tab = params.get('tab') === refusedTab ? refusedTab : changesTab;

  return (
    <Page title="Activity" description="Every change in this office, newest first. Nobody can edit or delete it.">
      <Tabs
        value={tab}
        onChange={(_, chosen: string) => setParams(chosen === refusedTab ? { tab: refusedTab } : {})}
        aria-label="Activity"
        sx={{ mb: 2, borderBottom: 1, borderColor: 'divider' }}
      >
        <Tab value={changesTab} label="Changes" id="tab-changes" aria-controls="panel-changes" />
        <Tab value={refusedTab} label="Refused calls" id="tab-refused" aria-controls="panel-refused" />
      </Tabs>
      <Box role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`} sx={{ minWidth: 0 }}>
        {tab === refusedTab ? <RefusedCallList /> : <EntryList />}
      </Box>
    </Page>
  );
}
