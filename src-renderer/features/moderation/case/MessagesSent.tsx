import { Box } from '@mui/material';
import type { SignUpCase } from '../../../../src-shared/contract/sign-up-cases';
import { formatDateAndTime } from '../../../components/times';
import { CaseSection, plainList } from './CaseSection';

const kindWords = {
  approved: 'With the approval',
  rejected: 'With the rejection',
  'changes-requested': 'With the request for changes',
} as const;

/** What was written to the person, and whether they have read it. */
export function MessagesSent({ messages }: { readonly messages: SignUpCase['messages'] }) {
  if (messages.length === 0) return null;
  return (
    <CaseSection title="Written to the person">
      <Box component="ul" sx={plainList}>
        {messages.map(({ kind, text, sentAt, readAt }) => (
          <li key={`${sentAt} ${kind}`}>
            <Box sx={{ color: 'text.secondary' }}>
              {kindWords[kind]}, {formatDateAndTime(sentAt)};{' '}
              {readAt === null ? 'not read yet' : `read ${formatDateAndTime(readAt)}`}
            </Box>
            <Box sx={{ whiteSpace: 'pre-line' }}>{text}</Box>
          </li>
        ))}
      </Box>
    </CaseSection>
  );
}
