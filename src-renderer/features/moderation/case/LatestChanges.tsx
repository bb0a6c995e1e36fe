import { Box } from '@mui/material';
import type { SignUpCase } from '../../../../src-shared/contract/sign-up-cases';
import { valueWords } from '../../profiles/value-words';
import { CaseSection, plainList } from './CaseSection';
import { Empty } from './Submission';

/** What the person has changed since they sent it before. */
export function LatestChanges({ changes }: { readonly changes: SignUpCase['changes'] }) {
  if (changes.length === 0) return null;
  return (
    <CaseSection title="Changes since the last version">
      <Box component="ul" sx={plainList}>
        {changes.map(({ label, kind, before, after }) => (
          <Box component="li" key={label}>
            <Box sx={{ fontWeight: 600 }}>{label}</Box>
            <Side name="Before">
              <Box component="del" sx={{ color: 'text.secondary', whiteSpace: 'pre-line' }}>
                {valueWords(before, kind ?? undefined) || <Empty />}
              </Box>
            </Side>
            <Side name="Now">
              <Box component="ins" sx={{ textDecoration: 'none', fontWeight: 550, whiteSpace: 'pre-line' }}>
                {valueWords(after, kind ?? undefined) || <Empty />}
              </Box>
            </Side>
          </Box>
        ))}
      </Box>
    </CaseSection>
  );
}

function Side({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <Box sx={{ display: 'flex', gap: 1 }}>
      <Box component="span" sx={{ flex: '0 0 52px', color: 'text.secondary' }}>
        {name}
      </Box>
      <Box sx={{ minWidth: 0 }}>{children}</Box>
    </Box>
  );
}
