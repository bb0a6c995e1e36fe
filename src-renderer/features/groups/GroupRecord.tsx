import { Alert } from '@mui/material';
import { useNavigate, useParams } from 'react-router';
import type { Group } from '../../../src-shared/contract/groups';
import { useRead } from '../../api/use-read';
import { useWrite } from '../../api/use-write';
import { ActionButton } from '../../components/ActionButton';
import { confirm } from '../../components/confirm';
import { FailureNotice } from '../../components/FailureNotice';
import { MissingRecord } from '../../components/MissingRecord';
import { Page } from '../../components/Page';
import { ReadState } from '../../components/ReadState';
import { showToast } from '../../components/toasts';
import { GroupEditor } from './GroupEditor';
import { GroupFacts } from './GroupFacts';

const back = { to: '/groups', label: 'Groups' };

export function GroupRecord() {
  const { id } = useParams();
  const read = useRead('groups.list', {});
  const group = read.data?.rows.find((one) => one.id === id);
  if (group) return <LoadedGroup key={id} group={group} />;
  if (read.data) return <MissingRecord title="Group" list={back} />;
  return (
    <Page title="Group" width="form" back={back}>
      <ReadState read={read}>{() => null}</ReadState>
    </Page>
  );
}

function LoadedGroup({ group }: { readonly group: Group }) {
  const { id, version, name, memberCount, mayChange } = group;
  const navigate = useNavigate();
  const deletion = useWrite('groups.delete');

  async function deleteGroup(): Promise<void> {
    const isConfirmed = await confirm({
      title: `Delete the group ${name}?`,
      text: 'It cannot be brought back. What was done with it stays in the activity.',
      action: 'Delete group',
      isDangerous: true,
    });
    if (!isConfirmed || !(await deletion.run({ id, version }))) return;
    showToast(`The group ${name} was deleted.`);
    await navigate('/groups', { replace: true });
  }

  return (
    <Page
      title={name}
      description={describeMembers(memberCount, mayChange)}
      width="form"
      back={back}
      actions={
        mayChange &&
        memberCount === 0 && (
          <ActionButton
            variant="outlined"
            color="error"
            isRunning={deletion.isRunning}
            onClick={() => void deleteGroup()}
          >
            Delete group
          </ActionButton>
        )
      }
    >
      <FailureNotice failure={deletion.failure} />
      {mayChange ? (
        <GroupEditor group={group} />
      ) : (
        <>
          <Alert severity="info" sx={{ mb: 2 }}>
            This group, or somebody in it, may do more than you. Only somebody with at least the same rights can change
            it.
          </Alert>
          <GroupFacts group={group} />
        </>
      )}
    </Page>
  );
}

function describeMembers(count: number, mayChange: boolean): string {
  const members = count === 1 ? '1 member' : `${count} members`;
  return count > 0 && mayChange ? `${members}. Only a group without members can be deleted.` : members;
}
