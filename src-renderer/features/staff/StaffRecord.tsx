import { Alert, Stack } from '@mui/material';
import { useParams } from 'react-router';
import type { StaffMember } from '../../../src-shared/contract/staff';
import { isWrongAddress } from '../../api/failures';
import { useRead } from '../../api/use-read';
import { useMay } from '../../app/permissions';
import { FailureNotice } from '../../components/FailureNotice';
import { MissingRecord } from '../../components/MissingRecord';
import { Page } from '../../components/Page';
import { fullName } from '../../components/people';
import { ReadState } from '../../components/ReadState';
import { useListAddress } from '../../components/useListAddress';
import { StaffActs } from './StaffActs';
import { StaffEditor } from './StaffEditor';
import { StaffFacts } from './StaffFacts';
import { StaffState } from './StaffState';
import { useIsOwnAccount } from './useIsOwnAccount';
import { useStaffActs } from './useStaffActs';

export function StaffRecord() {
  const { id = '' } = useParams();
  const list = useListAddress('/staff');
  const read = useRead('staff.get', { id });
  if (read.data) return <LoadedRecord key={id} member={read.data} list={list} failure={read.error} />;
  if (isWrongAddress(read.error)) return <MissingRecord title="Staff account" list={{ to: list, label: 'Staff' }} />;
  return (
    <Page title="Staff account" width="form" back={{ to: list, label: 'Staff' }}>
      <ReadState read={read}>{() => null}</ReadState>
    </Page>
  );
}

interface LoadedRecordProps {
  readonly member: StaffMember;
  readonly list: string;
  /** Why it could not be read again, as when it is gone. */
  readonly failure: unknown;
}

function LoadedRecord({ member, list, failure }: LoadedRecordProps) {
  const grantable = useRead('staff.grantable', {});
  const mayManage = useMay('staff.manage');
  const isOwn = useIsOwnAccount(member);
  const acts = useStaffActs(member);
  const isEditable = mayManage && member.mayChange;

  return (
    <Page
      title={fullName(member)}
      description={<StaffState member={member} />}
      width="form"
      back={{ to: list, label: 'Staff' }}
      actions={isEditable && !isOwn && <StaffActs member={member} acts={acts} />}
    >
      <FailureNotice failure={failure ?? acts.failure} />
      <Stack sx={{ gap: 1, mb: 2, '&:empty': { display: 'none' } }}>
        {mayManage && !member.mayChange && (
          <Alert severity="info">
            {fullName(member)} may do more than you. Only somebody with at least the same rights can change this
            account.
          </Alert>
        )}
        {isEditable && isOwn && (
          <Alert severity="info">
            This is your own account. You change your password in the user menu; to deactivate the account, ask a
            colleague.
          </Alert>
        )}
      </Stack>
      <ReadState read={grantable}>
        {(rights) =>
          isEditable ? (
            <StaffEditor member={member} grantable={rights} />
          ) : (
            <StaffFacts member={member} groups={rights.groups} />
          )
        }
      </ReadState>
    </Page>
  );
}
