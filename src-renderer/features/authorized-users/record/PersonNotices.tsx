import { Alert, Stack } from '@mui/material';
import type { AuthorizedUser } from '../../../../src-shared/contract/authorized-users';
import { fullName } from '../../../components/people';
import { formatDate } from '../../../components/times';

interface PersonNoticesProps {
  readonly person: AuthorizedUser;
  readonly mayManage: boolean;
}

/** What is to be known before anything is done with somebody. */
export function PersonNotices({ person, mayManage }: PersonNoticesProps) {
  const { deletedAt, purgeAt, isSelf, mayChange } = person;
  return (
    <Stack sx={{ '& .MuiAlert-root': { mb: 2 } }}>
      {deletedAt !== null && purgeAt !== null && (
        <Alert severity="warning">
          {fullName(person)} is in the trash. On {formatDate(purgeAt)} they are deleted for good; until then they can be
          restored.
        </Alert>
      )}
      {isSelf && (
        <Alert severity="info">This is you. You cannot change or delete yourself: ask the account holder.</Alert>
      )}
      {mayManage && !isSelf && !mayChange && deletedAt === null && (
        <Alert severity="info">
          {fullName(person)} may do more than you. Only somebody with at least the same permissions can change them.
        </Alert>
      )}
    </Stack>
  );
}
