import { Box } from '@mui/material';
import { passwordMaximum } from '../../../src-shared/contract/shapes';
import { errorText } from '../../../src-shared/errors';
import { useSession } from '../../app/session/session';
import { refusalSentence } from './refusal';
import type { Assessment } from './useAssessment';

interface PasswordStrengthProps {
  readonly password: string;
  readonly assessment: Assessment | null;
}

const words = ['Very weak', 'Weak', 'Fair', 'Good', 'Very good'] as const;
const colors = ['error.main', 'error.main', 'warning.main', 'success.main', 'success.main'] as const;

/** A meter with a word beside it, or what is still missing. */
export function PasswordStrength({ password, assessment }: PasswordStrengthProps) {
  const minimum = useSession((state) => state.view?.passwordMinLength ?? 0);
  const score = assessment?.score ?? 0;
  const filled = assessment ? score + 1 : 0;

  return (
    <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: '1.5em' }}>
      {password !== '' && (
        <Box component="span" aria-hidden sx={{ display: 'inline-flex', gap: '3px', flex: 'none' }}>
          {words.map((word, step) => (
            <Box
              key={word}
              component="span"
              sx={{ width: 18, height: 4, borderRadius: 2, bgcolor: step < filled ? colors[score] : 'divider' }}
            />
          ))}
        </Box>
      )}
      <span role="status">{adviceOn(password, assessment, minimum)}</span>
    </Box>
  );
}

function adviceOn(password: string, assessment: Assessment | null, minimum: number): string {
  if (password === '') return `At least ${minimum} characters. A few unrelated words are easy to remember.`;
  const length = lengthOf(password);
  if (length < minimum) return `${length} of at least ${minimum} characters`;
  if (password.length > passwordMaximum) return errorText('FIELD_TOO_LONG', { maximum: passwordMaximum }).message;
  if (!assessment) return '';
  if (assessment.refusal) return refusalSentence(assessment.refusal, minimum);
  return words[assessment.score] ?? '';
}

/** Counted as the main side counts: code points of what it hashes. */
function lengthOf(password: string): number {
  return [...password.normalize('NFKC')].length;
}
