import { expect, test } from 'vitest';
import { fieldsShown, withFieldToggled } from '../../../src-renderer/features/accounts/list/column-choice';
import { dayOf, startOfDay } from '../../../src-renderer/features/accounts/list/days';
import { filterOf, orderOf } from '../../../src-renderer/features/accounts/list/list-view';

test('an address that says nothing asks for everybody, by name', () => {
  expect(filterOf({})).toEqual({});
  expect(orderOf({})).toEqual({ sort: 'name', isDescending: false });
});

test('what the address says is asked of the main side', () => {
  const id = 'g'.repeat(22);
  expect(
    filterOf({ search: 'kim', status: 'trash', staff: 'no', group: id, never: '1', mustChange: '1', locked: '1' }),
  ).toEqual({
    search: 'kim',
    status: 'trash',
    isStaff: false,
    groupId: id,
    neverSignedIn: true,
    mustChangePassword: true,
    isLocked: true,
  });
  expect(orderOf({ sort: 'lastSignIn', order: 'desc' })).toEqual({ sort: 'lastSignIn', isDescending: true });
});

test('what an address says wrongly counts as not said', () => {
  expect(filterOf({ status: 'gone', staff: 'perhaps', never: 'yes', from: 'yesterday', to: '2026-11' })).toEqual({});
  expect(orderOf({ sort: 'phone', order: 'up' })).toEqual({ sort: 'name', isDescending: false });
});

test('the days of an address are within, from the first moment of one to the last of the other', () => {
  const { createdFrom = 0, createdBefore = 0 } = filterOf({ from: '2026-11-02', to: '2026-11-08' });
  expect(new Date(createdFrom)).toEqual(new Date(2026, 10, 2));
  expect(new Date(createdBefore)).toEqual(new Date(2026, 10, 9));
  expect(dayOf(createdFrom)).toBe('2026-11-02');
  expect(dayOf(createdBefore - 1)).toBe('2026-11-08');
});

test('a year that is still being typed is a year of its own', () => {
  expect(dayOf(startOfDay('0020-01-31') ?? 0)).toBe('0020-01-31');
});

test('columns are shown and hidden, all but the one that tells who it is', () => {
  const atFirst = ['email', 'name', 'status', 'isStaff', 'profiles', 'lastSignIn', 'created'];
  expect(fieldsShown(undefined)).toEqual(atFirst);
  expect(fieldsShown('phone,unknown')).toEqual(['email', 'phone']);

  const withPhone = withFieldToggled(undefined, 'phone');
  expect(fieldsShown(withPhone)).toEqual([...atFirst, 'phone']);
  expect(withFieldToggled(withPhone, 'phone')).toBeUndefined();
  expect(fieldsShown(withFieldToggled(undefined, 'name'))).not.toContain('name');
});
