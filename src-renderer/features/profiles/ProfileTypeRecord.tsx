import { Alert } from '@mui/material';
import { useNavigate, useParams } from 'react-router';
import type { ProfileType } from '../../../src-shared/contract/profiles';
import { api } from '../../api/call';
import { useRead } from '../../api/use-read';
import { useWrite } from '../../api/use-write';
import { ActionButton } from '../../components/ActionButton';
import { confirm } from '../../components/confirm';
import { FailureNotice } from '../../components/FailureNotice';
import { MissingRecord } from '../../components/MissingRecord';
import { counted } from '../../components/numbers';
import { Page } from '../../components/Page';
import { ReadState } from '../../components/ReadState';
import { showToast } from '../../components/toasts';
import { ProfileTypeEditor } from './ProfileTypeEditor';

const back = { to: '/profile-types', label: 'Profile types' };

export function ProfileTypeRecord() {
  const { id } = useParams();
  const read = useRead('profiles.manageableTypes', {});
  const type = read.data?.rows.find((one) => one.id === id);
  if (type) return <LoadedType key={id} type={type} />;
  if (read.data) return <MissingRecord title="Profile type" list={back} />;
  return (
    <Page title="Profile type" width="form" back={back}>
      <ReadState read={read}>{() => null}</ReadState>
    </Page>
  );
}

function LoadedType({ type }: { readonly type: ProfileType }) {
  const { id, version, name, profileCount, isArchived } = type;
  const navigate = useNavigate();
  const deletion = useWrite('profiles.deleteType');
  const archiving = useWrite('profiles.setTypeArchived');

  async function deleteType(): Promise<void> {
    const isConfirmed = await confirm({
      title: `Delete the profile type ${name}?`,
      text: 'It cannot be brought back. What was done with it stays in the activity.',
      action: 'Delete profile type',
      isDangerous: true,
    });
    if (!isConfirmed || !(await deletion.run({ id, version }))) return;
    showToast(`The profile type ${name} was deleted.`);
    await navigate('/profile-types', { replace: true });
  }

  async function setArchived(shallBe: boolean): Promise<void> {
    const changed = await archiving.run({ id, version, isArchived: shallBe });
    if (!changed) return;
    showToast(shallBe ? `${name} is archived.` : `${name} is in use again.`, {
      undo: async () => {
        await api.profiles.setTypeArchived({ id, version: changed.version, isArchived: !shallBe });
      },
    });
  }

  return (
    <Page
      title={name}
      description={describe(type)}
      width="form"
      back={back}
      actions={
        <>
          <ActionButton
            variant="outlined"
            color="inherit"
            isRunning={archiving.isRunning}
            onClick={() => void setArchived(!isArchived)}
          >
            {isArchived ? 'Take out of the archive' : 'Archive'}
          </ActionButton>
          {profileCount === 0 && (
            <ActionButton
              variant="outlined"
              color="error"
              isRunning={deletion.isRunning}
              onClick={() => void deleteType()}
            >
              Delete
            </ActionButton>
          )}
        </>
      }
    >
      <FailureNotice failure={deletion.failure ?? archiving.failure} />
      {isArchived && (
        <Alert severity="info" sx={{ mb: 2 }}>
          This type is archived: nobody can add a profile of it. The profiles there are stay as they are.
        </Alert>
      )}
      <ProfileTypeEditor type={type} />
    </Page>
  );
}

function describe({ profileCount, isArchived }: ProfileType): string {
  const profiles = counted(profileCount, 'profile', 'profiles');
  return profileCount > 0 && !isArchived
    ? `${profiles}. Only a type without profiles can be deleted; others are archived.`
    : profiles;
}
