import type { StaffMember } from '../../../src-shared/contract/staff';
import { ActionButton } from '../../components/ActionButton';
import type { StaffActsState } from './useStaffActs';

interface StaffActsProps {
  readonly member: StaffMember;
  readonly acts: StaffActsState;
}

export function StaffActs({ member, acts }: StaffActsProps) {
  return (
    <>
      <ActionButton
        variant="outlined"
        color="inherit"
        isRunning={acts.running === 'password'}
        onClick={acts.givePassword}
      >
        Give a one-time password
      </ActionButton>
      {member.isActive ? (
        <ActionButton variant="outlined" color="error" isRunning={acts.running === 'status'} onClick={acts.deactivate}>
          Deactivate
        </ActionButton>
      ) : (
        <ActionButton variant="outlined" color="inherit" isRunning={acts.running === 'status'} onClick={acts.activate}>
          Activate
        </ActionButton>
      )}
    </>
  );
}
