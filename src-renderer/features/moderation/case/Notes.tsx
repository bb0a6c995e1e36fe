import { Box } from '@mui/material';
import { type KeyboardEvent, type RefObject, useImperativeHandle, useRef, useState } from 'react';
import type { SignUpCase } from '../../../../src-shared/contract/sign-up-cases';
import { CallFailure } from '../../../api/failures';
import { useWrite } from '../../../api/use-write';
import { ActionButton } from '../../../components/ActionButton';
import { FailureNotice } from '../../../components/FailureNotice';
import { useDraft } from '../../../components/form/drafts';
import { TextInput } from '../../../components/form/TextInput';
import { useUnsavedGuard } from '../../../components/form/unsaved';
import { RelativeTime } from '../../../components/RelativeTime';
import { CaseSection, plainList } from './CaseSection';

/** What the case does with the note that is being written. */
export interface NoteHandle {
  readonly focus: () => void;
  /** Adds what is typed, if anything is. Answers whether all that was typed is kept. */
  readonly addTyped: () => Promise<boolean>;
}

interface NotesProps {
  readonly signUpCase: SignUpCase;
  readonly handle: RefObject<NoteHandle | null>;
}

/** What moderators tell each other about a case; the person never sees it. */
export function Notes({ signUpCase: { id, notes }, handle }: NotesProps) {
  const [draft, keepDraft] = useDraft<string>(`moderation/${id}/note`);
  const [text, setText] = useState(draft ?? '');
  const write = useWrite('moderation.addNote');
  useUnsavedGuard(() => text.trim() !== '');
  const error = write.failure instanceof CallFailure ? write.failure.error.fields?.text : undefined;

  function type(typed: string): void {
    setText(typed);
    keepDraft(typed);
  }

  const field = useRef<HTMLTextAreaElement>(null);
  const focus = () => field.current?.focus();

  /** What is being added; it is added once, however often it is asked for. */
  const adding = useRef<Promise<boolean> | null>(null);
  function addTyped(): Promise<boolean> {
    if (text.trim() === '') return Promise.resolve(true);
    adding.current ??= addNow(text).finally(() => {
      adding.current = null;
    });
    return adding.current;
  }

  async function addNow(typed: string): Promise<boolean> {
    const isAdded = (await write.run({ id, text: typed })) !== null;
    // What has been typed since is another note.
    if (isAdded && field.current?.value === typed) type('');
    if (!isAdded) focus();
    return isAdded;
  }

  function add(): void {
    if (text.trim() === '') focus();
    else void addTyped();
  }

  useImperativeHandle(handle, () => ({ focus, addTyped }));

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      add();
    } else if (event.key === 'Escape') {
      // What was typed stays; the keys of the screen act again.
      event.stopPropagation();
      field.current?.blur();
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
      <FailureNotice failure={error ? null : write.failure} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys that the field in it does not have by itself. */}
      <div onKeyDown={onKeyDown}>
        <TextInput
          label="Add a note"
          isOptional
          rows={2}
          maxLength={2_000}
          value={text}
          onChange={type}
          inputRef={field}
          error={error?.message}
          help="Never shown to the person."
        />
      </div>
      <ActionButton size="small" variant="outlined" color="inherit" isRunning={write.isRunning} onClick={add}>
        Add note
      </ActionButton>
    </CaseSection>
  );
}
