import type { SignUpCase } from '../../../../src-shared/contract/sign-up-cases';
import { deciderWords } from '../words';

type Known = Pick<SignUpCase, 'revision' | 'appeal' | 'state' | 'decision' | 'firstApproval'>;

/** What has happened to a case since it is shown, in a sentence. */
export function newsWords(before: Known, after: Known): string {
  if (after.revision > before.revision) return 'The person has sent a new version meanwhile. This is it.';
  if (after.appeal !== before.appeal) return 'The person has appealed meanwhile.';
  const isDecided = after.state !== before.state && after.state !== 'waiting' && after.decision !== null;
  if (isDecided && after.decision) return `Decided meanwhile by ${deciderWords(after.decision)}.`;
  if (after.firstApproval && !before.firstApproval) return `Approved meanwhile by ${after.firstApproval.name}.`;
  if (after.state === 'waiting' && before.state !== 'waiting') return 'This was reopened meanwhile.';
  return 'A colleague has changed this case meanwhile.';
}
