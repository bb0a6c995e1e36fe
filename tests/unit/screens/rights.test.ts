import { expect, test } from 'vitest';
import { effectivePermissions } from '../../../src-renderer/features/staff/rights';

const frontDesk = { id: 'f', name: 'Front desk', permissions: ['staff.view' as const], mayGive: true };
const auditors = { id: 'a', name: 'Auditors', permissions: ['activity.view' as const], mayGive: true };
const groups = [frontDesk, auditors];

test('what somebody may do names all that it comes from', () => {
  const rights = { isSuperuser: false, groups: ['f'], permissions: ['staff.view' as const, 'staff.manage' as const] };
  expect(effectivePermissions(rights, groups)).toEqual([
    { key: 'staff.view', label: 'View staff', sources: ['given directly', 'Front desk'] },
    { key: 'staff.manage', label: 'Manage staff', sources: ['given directly'] },
  ]);
});

test('a superuser has every permission, whatever else is ticked', () => {
  const permissions = effectivePermissions({ isSuperuser: true, groups: [], permissions: [] }, groups);
  expect(permissions.every(({ sources }) => sources.join() === 'superuser')).toBe(true);
  expect(permissions.map(({ key }) => key)).toContain('store.manage');
});
