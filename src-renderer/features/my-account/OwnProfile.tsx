import { api } from '../../api/call';
import { recordAmong } from '../../components/versions/record-among';
import { EditProfile } from '../profiles/EditProfile';
import { ProfileFacts } from '../profiles/ProfileFacts';
import { EditProfileButton, ProfileFrame } from '../profiles/ProfileFrame';
import type { OwnProfileRow } from './OwnProfiles';

interface OwnProfileProps {
  readonly row: OwnProfileRow;
  readonly isOpen: boolean;
  readonly mayOpen: boolean;
  /** Its form was just closed, so the keyboard goes on from here. */
  readonly hasFocus: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

export function OwnProfile({ row, isOpen, mayOpen, hasFocus, onOpen, onClose }: OwnProfileProps) {
  const { fields, ...profile } = row;
  const { id, type } = profile;
  return (
    <ProfileFrame
      profile={profile}
      level="h3"
      actions={
        mayOpen && fields.length > 0 && <EditProfileButton name={type.name} hasFocus={hasFocus} onClick={onOpen} />
      }
    >
      {isOpen ? (
        <EditProfile
          profile={profile}
          fields={fields}
          update={(values, version) => api.myAccount.updateProfile({ id, version, values })}
          readAgain={async () => recordAmong((await api.myAccount.profiles()).rows, id, 'myAccount.profiles')}
          onClose={onClose}
        />
      ) : (
        <ProfileFacts profile={profile} />
      )}
    </ProfileFrame>
  );
}
