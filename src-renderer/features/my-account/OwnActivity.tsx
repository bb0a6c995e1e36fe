import { Box, Stack } from '@mui/material';
import type { MyActivityEntry } from '../../../src-shared/contract/my-account';
import { useRead } from '../../api/use-read';
import { useSession } from '../../app/session/session';
import { CursorPager } from '../../components/CursorPager';
import { EmptyState } from '../../components/EmptyState';
import { NameValueList } from '../../components/NameValueList';
import { Page } from '../../components/Page';
import { Rows } from '../../components/Rows';
import { formatExactly } from '../../components/times';
import { useViewParams } from '../../components/useViewParams';
import { ChangeTable } from '../activity/ChangeTable';
import { EntryAccordion } from '../activity/EntryAccordion';
import { OwnSentence } from './OwnSentence';

/** Everything that was done with the account and its authorized users, newest first. */
export function OwnActivity() {
  const account = useSession((state) => state.view?.account);
  const { cursor, goTo } = useViewParams([]);
  const read = useRead('myAccount.activity', { cursor }, { keepsPrevious: true });
  const whose = account?.isOwn === false ? `the account of ${account.holderName}` : 'your account';

  return (
    <Page
      title="Activity"
      description={`What was done with ${whose} and its authorized users, newest first. Nobody can edit or delete it.`}
    >
      {/* As high as what is in it: the window scrolls, and nothing of an opened entry is cut off. */}
      <Box sx={{ flex: 'none' }}>
        <Rows
          label="Activity"
          read={read}
          empty={
            <EmptyState title="Nothing is recorded yet">
              Whatever is done with the account will be listed here.
            </EmptyState>
          }
        >
          {(entry) => (
            <EntryAccordion key={entry.number} entry={entry} sentence={<OwnSentence entry={entry} />}>
              <Details entry={entry} />
            </EntryAccordion>
          )}
        </Rows>
        {read.data && (
          <CursorPager
            next={read.data.next}
            previous={read.data.previous}
            onGo={goTo}
            words={{ first: 'Newest', previous: 'Newer', next: 'Older' }}
          />
        )}
      </Box>
    </Page>
  );
}

function Details({ entry: { at, number, changes } }: { readonly entry: MyActivityEntry }) {
  return (
    <Stack sx={{ gap: 2 }}>
      <NameValueList
        items={[
          { name: 'When', value: formatExactly(at) },
          { name: 'Entry', value: `No. ${number}` },
        ]}
      />
      {changes.length > 0 && <ChangeTable changes={changes} />}
    </Stack>
  );
}
