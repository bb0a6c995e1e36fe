import type { ActivityEntry } from '../../../src-shared/contract/activity';
import { EntryAccordion } from './EntryAccordion';
import { EntryDetails } from './EntryDetails';
import { sentenceOf } from './sentences';

interface EntryRowProps {
  readonly entry: ActivityEntry;
  readonly onShowPerson?: (id: string) => void;
}

/** One change as a sentence; opened, it shows what was there before and after. */
export function EntryRow({ entry, onShowPerson }: EntryRowProps) {
  const { actor, phrase, subject, onBehalfOf } = sentenceOf(entry);
  const sentence = (
    <>
      <b>{actor}</b> {phrase}
      {subject !== null && (
        <>
          : <b>{subject}</b>
        </>
      )}
      {onBehalfOf !== null && (
        <>
          , on behalf of <b>{onBehalfOf}</b>
        </>
      )}
    </>
  );
  return (
    <EntryAccordion entry={entry} sentence={sentence}>
      <EntryDetails entry={entry} onShowPerson={onShowPerson} />
    </EntryAccordion>
  );
}
