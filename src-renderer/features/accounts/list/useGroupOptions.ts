import { useRead } from '../../../api/use-read';
import { useMay } from '../../../app/permissions';

interface GroupOption {
  readonly value: string;
  readonly label: string;
}

/** The groups to filter by, as far as the session may know them; none where it may not. */
export function useGroupOptions(): readonly GroupOption[] {
  const maySeeStaff = useMay('staff.view');
  const mayManageGroups = useMay('groups.manage');
  const ofStaff = useRead('staff.grantable', {}, { isEnabled: maySeeStaff });
  const all = useRead('groups.list', {}, { isEnabled: mayManageGroups && !maySeeStaff });
  const groups = ofStaff.data?.groups ?? all.data?.rows ?? [];
  return groups.map(({ id, name }) => ({ value: id, label: name }));
}
