import type { Profile, ProfileType } from '../../../src-shared/contract/profiles';
import { api } from '../../api/call';
import { ActionButton } from '../../components/ActionButton';
import { FailureNotice } from '../../components/FailureNotice';
import { recordAmong } from '../../components/versions/record-among';
import { EditProfile } from './EditProfile';
import { ProfileFacts } from './ProfileFacts';
import { EditProfileButton, ProfileFrame } from './ProfileFrame';
import { useRemoveProfile } from './useRemoveProfile';

interface ProfileCardProps {
  readonly accountId: string;
  readonly profile: Profile;
  /** Undefined only while the types are about to be read anew. */
  readonly type: ProfileType | undefined;
  readonly isOpen: boolean;
  readonly mayOpen: boolean;
  /** Its form was just closed, so the keyboard goes on from here. */
  readonly hasFocus: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}

export function ProfileCard(props: ProfileCardProps) {
  const { accountId, profile, type, isOpen, mayOpen, hasFocus, onOpen, onClose, onRemoved } = props;
  const removal = useRemoveProfile(accountId, profile, type, onRemoved);
  const { name } = profile.type;

  return (
    <ProfileFrame
      profile={profile}
      note={type?.isArchived ? 'Its type is archived' : undefined}
      actions={
        mayOpen &&
        type && (
          <>
            <EditProfileButton name={name} hasFocus={hasFocus} onClick={onOpen} />
            <ActionButton
              variant="outlined"
              color="error"
              aria-label={`Remove the profile ${name}`}
              isRunning={removal.isRunning}
              onClick={removal.remove}
            >
              Remove
            </ActionButton>
          </>
        )
      }
    >
      <FailureNotice failure={removal.failure} />
      {isOpen && type ? (
        <EditProfile
          profile={profile}
          fields={type.fields}
          update={(values, version) => api.profiles.update({ id: profile.id, version, values })}
          readAgain={() => readProfile(accountId, profile.id)}
          onClose={onClose}
        />
      ) : (
        <ProfileFacts profile={profile} />
      )}
    </ProfileFrame>
  );
}

async function readProfile(accountId: string, id: string): Promise<Profile> {
  const { profiles } = await api.accounts.get({ id: accountId });
  return recordAmong(profiles, id, 'accounts.get');
}
