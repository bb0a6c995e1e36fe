import { Box } from '@mui/material';
import { memo, type RefObject } from 'react';
import type { SignUpCase } from '../../../../src-shared/contract/sign-up-cases';
import { useMay } from '../../../app/permissions';
import { CaseSection } from './CaseSection';
import { DomainFacts } from './DomainFacts';
import { Duplicates } from './Duplicates';
import { EarlierDecisions } from './EarlierDecisions';
import { History } from './History';
import { LatestChanges } from './LatestChanges';
import { MessagesSent } from './MessagesSent';
import { type NoteHandle, Notes } from './Notes';
import { Quote, Submission } from './Submission';

interface CasePartsProps {
  readonly signUpCase: SignUpCase;
  readonly note: RefObject<NoteHandle | null>;
  readonly onShowDomain: (domain: string) => void;
  readonly onRejectDomain: (domain: string) => void;
}

const columns = {
  '& > *': { minWidth: 0 },
  '@container (min-width: 860px)': {
    display: 'grid',
    gridTemplate: '"sent beside" auto "past beside" 1fr / 3fr 2fr',
    columnGap: 4,
  },
} as const;

/** Everything there is to read about a case; in two columns where there is room. */
export const CaseParts = memo(function CaseParts(props: CasePartsProps) {
  const { signUpCase, note, onShowDomain, onRejectDomain } = props;
  const { appeal } = signUpCase;
  // Only whoever sees accounts is told what was done with one.
  const maySeeHistory = useMay('accounts.view');
  return (
    <Box sx={columns}>
      <Box sx={{ gridArea: 'sent' }}>
        {appeal !== '' && (
          <CaseSection title="Appeal">
            <Quote title="Why they think the rejection was wrong" text={appeal} />
          </CaseSection>
        )}
        <LatestChanges changes={signUpCase.changes} />
        <Submission signUpCase={signUpCase} />
      </Box>
      <Box sx={{ gridArea: 'beside' }}>
        <Duplicates duplicates={signUpCase.duplicates} />
        <EarlierDecisions earlier={signUpCase.earlier} />
        <DomainFacts domain={signUpCase.domain} onShow={onShowDomain} onRejectAll={onRejectDomain} />
        <Notes signUpCase={signUpCase} handle={note} />
      </Box>
      <Box sx={{ gridArea: 'past' }}>
        <MessagesSent messages={signUpCase.messages} />
        {maySeeHistory && <History signUpCase={signUpCase} />}
      </Box>
    </Box>
  );
});
