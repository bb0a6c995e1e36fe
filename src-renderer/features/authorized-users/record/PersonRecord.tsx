import { Button } from '@mui/material';
import { type ReactNode, useState } from 'react';
import type { AuthorizedUser } from '../../../../src-shared/contract/authorized-users';
import type { DelegationChoices } from '../../../../src-shared/contract/delegation';
import { ActionButton } from '../../../components/ActionButton';
import { FailureNotice } from '../../../components/FailureNotice';
import { Page } from '../../../components/Page';
import { fullName } from '../../../components/people';
import type { WayBack } from '../../../components/useWayBack';
import { EditForm } from '../form/EditForm';
import type { AuthorizedUserSide } from '../side';
import type { Acts } from '../useActs';
import { PersonFacts } from './PersonFacts';
import { PersonNotices } from './PersonNotices';
import { PersonState } from './PersonState';
import { ResetPasswordDialog } from './ResetPasswordDialog';
import { WayInPanel } from './WayInPanel';

export interface PersonRecordProps {
  readonly person: AuthorizedUser;
  readonly choices: DelegationChoices;
  readonly side: AuthorizedUserSide;
  readonly acts: Acts<AuthorizedUser>;
  readonly back: WayBack;
  /** Why it could not be read again. */
  readonly failure: unknown;
  /** Whether the password is reset here, and not where the login belongs. */
  readonly isPasswordHere: boolean;
  /** Whom they act for, where that is not said by where one is. */
  readonly actsFor?: ReactNode;
  /** What else can be done with the way in. */
  readonly furtherActs?: ReactNode;
  readonly liftLock?: ReactNode;
}

/** An authorized user: the form, for whoever may change them, and what can be done with them as a whole. */
export function PersonRecord(props: PersonRecordProps) {
  const { person, choices, side, acts, back, failure, isPasswordHere, actsFor, furtherActs, liftLock } = props;
  const [isResetting, setIsResetting] = useState(false);
  const isInTrash = person.deletedAt !== null;
  const mayTouch = side.mayManage && person.mayChange && !failure;
  const isEditable = mayTouch && !isInTrash;
  const mayReset = isEditable && isPasswordHere && person.loginState === 'enabled';

  const wayInActs = (mayReset || (isEditable && furtherActs)) && (
    <>
      {mayReset && (
        <Button variant="outlined" color="inherit" onClick={() => setIsResetting(true)}>
          Reset password
        </Button>
      )}
      {isEditable && furtherActs}
    </>
  );

  return (
    <Page
      title={fullName(person)}
      description={<PersonState person={person} actsFor={actsFor} />}
      width="form"
      back={back}
      actions={
        mayTouch &&
        (isInTrash ? (
          <ActionButton variant="contained" isRunning={acts.running === 'restore'} onClick={() => acts.restore(person)}>
            Restore
          </ActionButton>
        ) : (
          <ActionButton
            variant="outlined"
            color="error"
            isRunning={acts.running === 'delete'}
            onClick={() => acts.remove(person)}
          >
            Delete
          </ActionButton>
        ))
      }
    >
      <FailureNotice failure={failure ?? acts.failure} />
      <PersonNotices person={person} mayManage={side.mayManage} />
      {isEditable ? (
        <EditForm
          person={person}
          choices={choices}
          side={side}
          back={back}
          wayIn={<WayInPanel person={person} acts={wayInActs} liftLock={liftLock} />}
        />
      ) : (
        <>
          <PersonFacts person={person} />
          {!isInTrash && <WayInPanel person={person} acts={null} />}
        </>
      )}
      {isResetting && <ResetPasswordDialog person={person} side={side} onClose={() => setIsResetting(false)} />}
    </Page>
  );
}
