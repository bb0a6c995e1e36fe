import { expect, test } from 'vitest';
import { asOwnChange, isOwnChange } from '../../../src-renderer/api/own-changes';
import {
  nothingTyped,
  onBehalfOf,
  onBehalfSchema,
  type TypedOnBehalf,
} from '../../../src-renderer/components/on-behalf/on-behalf-form';
import { nobody, withoutIdleRights } from '../../../src-renderer/features/accounts/form/account-form';
import { newsBetween } from '../../../src-renderer/features/accounts/record/news';
import { changeOf } from '../../../src-renderer/features/accounts/record/questions';

test('rights that were ticked before "Staff" was unticked are not given', () => {
  const ticked = { ...nobody, isSuperuser: true, groups: ['g'], permissions: ['staff.view' as const] };
  expect(withoutIdleRights(ticked)).toEqual(nobody);
  expect(withoutIdleRights({ ...ticked, isStaff: true })).toEqual({ ...ticked, isStaff: true });
});

test('a reason is asked for where the e-mail or the way in changes, and nowhere else', () => {
  const before = { email: 'ben@example.org', isActive: true };
  expect(changeOf(before, before, 'Ben Kim')).toBeNull();
  expect(changeOf(before, { ...before, isActive: false }, 'Ben Kim')?.identity).toBe('optional');
  expect(changeOf(before, { email: 'kim@example.org', isActive: false }, 'Ben Kim')?.identity).toBe('needed');
});

function complaints(identity: 'needed' | 'optional', typed: TypedOnBehalf): string[] {
  const { error } = onBehalfSchema(identity).safeParse(typed);
  return [...new Set(error?.issues.map((issue) => issue.path.join('.')))].sort();
}

test('everything that is missing in the question is said at once', () => {
  expect(complaints('needed', nothingTyped)).toEqual(['isVerified', 'onBehalf.reason']);
  expect(complaints('optional', nothingTyped)).toEqual(['onBehalf.reason']);
  expect(complaints('optional', { ...nothingTyped, isVerified: true })).toEqual([
    'onBehalf.identityVerifiedBy',
    'onBehalf.reason',
  ]);
});

test('what was typed about an identity counts only while it is ticked', () => {
  const onBehalf = { reason: 'Asked for it', identityVerifiedBy: 'Known in person' };
  expect(onBehalfOf({ onBehalf, isVerified: true })).toEqual(onBehalf);
  expect(onBehalfOf({ onBehalf, isVerified: false })).toEqual({ ...onBehalf, identityVerifiedBy: null });
});

test('what others did to a record is told by what weighs most', () => {
  const active = { status: 'active', isActive: true } as const;
  const inTrash = { status: 'trash', isActive: false } as const;
  expect(newsBetween(active, inTrash)).toBe('deleted');
  expect(newsBetween(inTrash, active)).toBe('restored');
  expect(newsBetween(active, { status: 'deactivated', isActive: false })).toBe('deactivated');
  expect(newsBetween(active, active)).toBe('changed');
});

test('what this window did to a record is told from what others did', async () => {
  await asOwnChange(async () => ({ id: 'a', version: 2 }));
  await asOwnChange(async () => ({ account: { id: 'b', version: 5 }, oneTimePassword: '' }));
  expect(isOwnChange({ id: 'a', version: 2 })).toBe(true);
  expect(isOwnChange({ id: 'b', version: 5 })).toBe(true);
  expect(isOwnChange({ id: 'a', version: 3 })).toBe(false);

  let answer: (record: unknown) => void = () => undefined;
  const writing = asOwnChange(() => new Promise((resolve) => (answer = resolve)));
  expect(isOwnChange({ id: 'a', version: 3 })).toBe(true);
  answer({ id: 'a', version: 3 });
  await writing;
  expect(isOwnChange({ id: 'a', version: 4 })).toBe(false);
});
