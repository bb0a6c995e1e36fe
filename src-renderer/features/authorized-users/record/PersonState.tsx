import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import type { AuthorizedUser } from '../../../../src-shared/contract/authorized-users';
import { RelativeTime } from '../../../components/RelativeTime';
import { formatDate } from '../../../components/times';
import { LoginChip } from '../LoginChip';

interface PersonStateProps {
  readonly person: AuthorizedUser;
  /** Whom they act for, where that is not said by where one is. */
  readonly actsFor?: ReactNode;
}

/** In one line under the name: whom they act for, whether they can sign in, and when they last did. */
export function PersonState({ person, actsFor }: PersonStateProps) {
  const { loginState, lastSignInAt, createdAt } = person;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, rowGap: 0.5 }}>
      <LoginChip state={loginState} />
      <span>
        {actsFor && <>{actsFor} · </>}
        {lastSignInAt !== null && (
          <>
            Last signed in <RelativeTime instant={lastSignInAt} />
            {' · '}
          </>
        )}
        {lastSignInAt === null && loginState === 'enabled' && 'Never signed in · '}
        Added on {formatDate(createdAt)}
      </span>
    </Box>
  );
}
