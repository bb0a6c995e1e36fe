import type { z } from 'zod';
import { contract } from '../../../src-shared/contract';
import type { StaffMember } from '../../../src-shared/contract/staff';
import { permissionLabel } from '../../components/permissions/catalogue';
import { choiceInWords, textInWords, type WordsOfFields } from '../../components/versions/compare';
import type { GrantableGroup } from './rights';

export const staffSchema = contract.staff.update.input.omit({ id: true, version: true });
export type StaffValues = z.input<typeof staffSchema>;

export const newStaffSchema = contract.staff.create.input;

export const nobody: z.input<typeof newStaffSchema> = {
  email: '',
  givenName: '',
  familyName: '',
  phone: '',
  password: '',
  isSuperuser: false,
  groups: [],
  permissions: [],
};

export function valuesOf(member: StaffMember): StaffValues {
  const { email, givenName, familyName, phone, isSuperuser, groups, permissions } = member;
  return {
    email,
    givenName,
    familyName,
    phone,
    isSuperuser,
    // In an order of their own, so that equal choices are equal lists.
    groups: groups.map((group) => group.id).sort(),
    permissions,
  };
}

/** The fields as the form has them, told in words, with the groups by their names. */
export function fieldWords(groups: readonly Pick<GrantableGroup, 'id' | 'name'>[]): WordsOfFields<StaffValues> {
  const names = new Map(groups.map((group) => [group.id, group.name]));
  return [
    { name: 'email', label: 'E-mail', words: textInWords },
    { name: 'givenName', label: 'Given name', words: textInWords },
    { name: 'familyName', label: 'Family name', words: textInWords },
    { name: 'phone', label: 'Phone', words: textInWords },
    { name: 'isSuperuser', label: 'Superuser', words: choiceInWords },
    { name: 'groups', label: 'Groups', words: (ids) => ids.map((id) => names.get(id) ?? 'A group that was deleted') },
    { name: 'permissions', label: 'Permissions', words: (permissions) => permissions.map(permissionLabel) },
  ];
}
