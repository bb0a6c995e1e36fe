import { Box, Button, Stack } from '@mui/material';
import type { SignUpCase } from '../../../../src-shared/contract/sign-up-cases';
import { counted, formatNumber } from '../../../components/numbers';
import { CaseSection } from './CaseSection';

interface DomainFactsProps {
  readonly domain: SignUpCase['domain'];
  readonly onShow: (domain: string) => void;
  readonly onRejectAll: (domain: string) => void;
}

const ruleWords = {
  approve: 'A rule approves whoever signs up from it.',
  reject: 'A rule rejects whoever signs up from it.',
} as const;

/** What came of others whose e-mail is from the same domain, and what can be done about all of them. */
export function DomainFacts({ domain, onShow, onRejectAll }: DomainFactsProps) {
  const { name, waiting, approved, rejected, rule } = domain;
  return (
    <CaseSection title={`From ${name}`}>
      <Box sx={{ typography: 'body2' }}>
        {counted(waiting, 'sign-up waits', 'sign-ups wait')}, {formatNumber(approved)} approved,{' '}
        {formatNumber(rejected)} rejected.{rule && ` ${ruleWords[rule]}`}
      </Box>
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', mt: 1 }}>
        <Button size="small" variant="outlined" color="inherit" onClick={() => onShow(name)}>
          Show all from this domain
        </Button>
        {waiting > 0 && (
          <Button size="small" variant="outlined" color="error" onClick={() => onRejectAll(name)}>
            Reject all from this domain
          </Button>
        )}
      </Stack>
    </CaseSection>
  );
}
