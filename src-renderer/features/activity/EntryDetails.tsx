import { Box, Link, Stack } from '@mui/material';
import type { ActivityEntry } from '../../../src-shared/contract/activity';
import { NameValueList } from '../../components/NameValueList';
import { formatExactly } from '../../components/times';
import { ChangeTable } from './ChangeTable';
import { peopleOf, tellPerson } from './people';

interface EntryDetailsProps {
  readonly entry: ActivityEntry;
  /** Leads to the activity of a person; left out for whoever may not see it. */
  readonly onShowPerson?: (id: string) => void;
}

export function EntryDetails({ entry, onShowPerson }: EntryDetailsProps) {
  const { at, number, actor, onBehalfOf, reason, identityVerifiedBy, changes } = entry;
  const facts = [
    { name: 'When', value: formatExactly(at) },
    { name: 'Who', value: actor ? tellPerson(actor) : 'Nobody was signed in' },
    ...(onBehalfOf === null ? [] : [{ name: 'On behalf of', value: tellPerson(onBehalfOf) }]),
    ...(reason === null ? [] : [{ name: 'Why', value: reason }]),
    ...(identityVerifiedBy === null ? [] : [{ name: 'Identity verified', value: identityVerifiedBy }]),
    { name: 'Entry', value: `No. ${number}` },
  ];

  return (
    <Stack sx={{ gap: 2 }}>
      <NameValueList items={facts} />
      {changes.length > 0 && <ChangeTable changes={changes} />}
      {onShowPerson && (
        <Stack direction="row" sx={{ gap: 2, flexWrap: 'wrap' }}>
          {peopleOf(entry).map((person) => (
            <Box key={person.id}>
              <Link component="button" type="button" variant="body2" onClick={() => onShowPerson(person.id)}>
                All entries by or about {person.name}
              </Link>
            </Box>
          ))}
        </Stack>
      )}
    </Stack>
  );
}
