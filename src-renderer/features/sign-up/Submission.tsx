import { Box, Button, Stack, Typography } from '@mui/material';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { MySignUp } from '../../../src-shared/contract/sign-up';
import { useDraft } from '../../components/form/drafts';
import { NameValueList } from '../../components/NameValueList';
import { ProfileTypeChip } from '../../components/ProfileTypeChip';
import { RelativeTime } from '../../components/RelativeTime';
import { valueWords } from '../profiles/value-words';
import { CorrectionForm } from './CorrectionForm';
import { fieldsOf } from './correction-form';

/** What the person has sent, to read or to correct. Where changes were asked for, the form is open by itself. */
export function Submission({ signUp }: { readonly signUp: MySignUp }) {
  const headingId = useId();
  const { mayCorrect, state, submittedAt } = signUp;
  const [isOpened = false, setIsOpened] = useDraft<boolean>('sign-up/is-correcting');
  const [hasTyped = false, setHasTyped] = useDraft<boolean>('sign-up/has-typed');
  const [isFocusDue, setIsFocusDue] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const mustCorrect = state === 'changes-requested';
  // What is typed stays in sight when the office decides meanwhile, although nothing can be sent then.
  const isCorrecting = mustCorrect || (isOpened && (mayCorrect || state === 'waiting' || hasTyped));

  // Nor does it go away with what was asked for.
  useEffect(() => {
    if (mustCorrect) setIsOpened(true);
  }, [mustCorrect, setIsOpened]);
  const noteTyped = useCallback(() => setHasTyped(true), [setHasTyped]);

  function close(): void {
    setIsOpened(false);
    setHasTyped(false);
    if (mayCorrect) setIsFocusDue(true);
    else heading.current?.focus();
  }

  return (
    <Box component="section" aria-labelledby={headingId} sx={{ mb: 3 }}>
      <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'start', gap: 1, mb: 1.5 }}>
        <div>
          <Typography variant="h2" id={headingId} ref={heading} tabIndex={-1}>
            What you have sent
          </Typography>
          <Typography variant="body2" color="textSecondary">
            Sent <RelativeTime instant={submittedAt} />
          </Typography>
        </div>
        {mayCorrect && !isCorrecting && (
          <Button
            variant="outlined"
            color="inherit"
            autoFocus={isFocusDue}
            onFocus={() => setIsFocusDue(false)}
            onClick={() => setIsOpened(true)}
            sx={{ flex: 'none' }}
          >
            Correct it
          </Button>
        )}
      </Stack>
      {isCorrecting ? (
        <CorrectionForm signUp={signUp} onClose={mustCorrect ? undefined : close} onSent={close} onTyped={noteTyped} />
      ) : (
        <SubmissionFacts signUp={signUp} />
      )}
    </Box>
  );
}

function SubmissionFacts({ signUp }: { readonly signUp: MySignUp }) {
  const { email, givenName, familyName, phone, type, values, message } = signUp.submission;
  const facts = [
    { id: 'email', name: 'E-mail', words: email },
    { id: 'givenName', name: 'Given name', words: givenName },
    { id: 'familyName', name: 'Family name', words: familyName },
    { id: 'phone', name: 'Phone', words: phone },
    ...fieldsOf(signUp).map(({ id, label, kind }) => ({
      id,
      name: label,
      words: valueWords(values[id] ?? null, kind),
    })),
    { id: 'message', name: 'Message', words: message },
  ];
  return (
    <>
      {type && (
        <Box sx={{ mb: 1.5 }}>
          <ProfileTypeChip name={type.name} color={type.color} />
        </Box>
      )}
      <NameValueList items={facts.map(({ id, name, words }) => ({ id, name, value: <Words words={words} /> }))} />
    </>
  );
}

function Words({ words }: { readonly words: string }) {
  return (
    <Box component="span" sx={{ whiteSpace: 'pre-line', color: words === '' ? 'text.secondary' : undefined }}>
      {words === '' ? 'Empty' : words}
    </Box>
  );
}
