import { useCallback, useState } from 'react';
import type { SignUpCase } from '../../../../src-shared/contract/sign-up-cases';
import { isOwnChangeByName } from '../../../api/own-changes';
import { queryClient } from '../../../api/query-client';

export interface SeenVersion {
  /** What a decision is made on: never what has come meanwhile and was not looked at yet. */
  readonly version: number;
  /** The case as it was then, where somebody has changed it meanwhile. */
  readonly before: SignUpCase | null;
  /** It has been looked at as it is now. */
  readonly acknowledge: () => void;
  /** Reads it again, and counts what comes as looked at: it is told that it is new. */
  readonly readAgain: () => Promise<void>;
}

/**
 * Which version of a case its moderator has looked at, while others go on changing it. `isReadNow`: it has been read since
 * it was opened.
 */
export function useSeenVersion(signUpCase: SignUpCase, isReadNow: boolean): SeenVersion {
  const [seen, setSeen] = useState(signUpCase);
  const [isOpened, setIsOpened] = useState(isReadNow);
  const { id, version } = signUpCase;
  // What was read when it was shown before is out of date, and nothing that happens while it is looked at.
  if (isReadNow && !isOpened) {
    setIsOpened(true);
    setSeen(signUpCase);
  } else if (version !== seen.version && isOwnChangeByName(signUpCase)) setSeen(signUpCase);

  const readAgain = useCallback(async () => {
    await queryClient.invalidateQueries({ queryKey: ['moderation'] });
    const read = queryClient.getQueryData<SignUpCase>(['moderation', 'get', { id }]);
    if (read) setSeen(read);
  }, [id]);

  return {
    version: seen.version,
    before: version === seen.version ? null : seen,
    acknowledge: () => setSeen(signUpCase),
    readAgain,
  };
}
