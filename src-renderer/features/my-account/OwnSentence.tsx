import type { MyActivityEntry } from '../../../src-shared/contract/my-account';
import { ownSentenceOf } from './own-sentences';

export function OwnSentence({ entry }: { readonly entry: MyActivityEntry }) {
  const { actor, phrase, subject } = ownSentenceOf(entry);
  return (
    <>
      <b>{actor}</b> {phrase}
      {subject !== null && (
        <>
          : <b>{subject}</b>
        </>
      )}
    </>
  );
}
