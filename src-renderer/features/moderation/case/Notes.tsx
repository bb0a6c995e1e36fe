import { Box } from '@mui/material';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import type { SignUpCase } from '../../../../src-shared/contract/moderation';
import { CallFailure } from '../../../api/failures';
import { useWrite } from '../../../api/use-write';
import { ActionButton } from '../../../components/ActionButton';
import { FailureNotice } from '../../../components/FailureNotice';
import { useDraft } from '../../../components/form/drafts';
import { TextInput } from '../../../components/form/TextInput';
import { useUnsavedGuard } from '../../../components/form/unsaved';
import { RelativeTime } from '../../../components/RelativeTime';
import { CaseSection, plainList } from './CaseSection';

interface NotesProps {
  readonly signUpCase: SignUpCase;
  readonly fieldRef: RefObject<HTMLTextAreaElement | null>;
}

/** What moderators tell each other about a case; the person never sees it. */
export function Notes({ signUpCase: { id, notes }, fieldRef }: NotesProps) {
  const [draft, keepDraft] = useDraft<string>(`moderation/${id}/note`);
  const [text, setText] = useState(draft ?? '');
  const write = useWrite('moderation.addNote');
  useUnsavedGuard(() => text.trim() !== '');
  const field = write.failure instanceof CallFailure ? write.failure.error.fields?.text : undefined;

  function type(typed: string): void {
    setText(typed);
    keepDraft(typed);
  }

  async function add(): Promise<void> {
    if (text.trim() === '') {
      fieldRef.current?.focus();
      return;
    }
    if ((await write.run({ id, text })) !== null) type('');
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void add();
    } else if (event.key === 'Escape') {
      // What was typed stays; the keys of the screen act again.
      event.stopPropagation();
      fieldRef.current?.blur();
      document.getElementById('case-heading')?.focus();
    }
  }

  return (
    <CaseSection title="Notes of the office">
      {notes.length > 0 && (
        <Box component="ul" sx={{ ...plainList, mb: 1 }}>
          {notes.map(({ at, by, text: said }) => (
            <li key={`${at} ${by} ${said}`}>
              <Box sx={{ color: 'text.secondary' }}>
                {by || 'Somebody who is no longer here'}, <RelativeTime instant={at} />
              </Box>
              <Box sx={{ whiteSpace: 'pre-line' }}>{said}</Box>
            </li>
          ))}
        </Box>
      )}
      <FailureNotice failure={field ? null : write.failure} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys that the field in it does not have by itself. */}
      <div onKeyDown={onKeyDown}>
        <TextInput
          label="Add a note"
          isOptional
          rows={2}
          maxLength={2_000}
          value={text}
          onChange={type}
          inputRef={fieldRef}
          error={field?.message}
          help="Never shown to the person."
        />
      </div>
      <ActionButton
        size="small"
        variant="outlined"
        color="inherit"
        isRunning={write.isRunning}
        onClick={() => void add()}
      >
        Add note
      </ActionButton>
    </CaseSection>
  );
}
