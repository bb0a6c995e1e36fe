import type { z } from 'zod';
import { contract } from '../../../../src-shared/contract';
import type { Account } from '../../../../src-shared/contract/accounts';
import { permissionLabel } from '../../../components/permissions/catalogue';
import { choiceInWords, textInWords, type WordsOfFields } from '../../../components/versions/compare';

export const accountSchema = contract.accounts.update.input.omit({ id: true, version: true, onBehalf: true });
export type AccountValues = z.input<typeof accountSchema>;

export const newAccountSchema = contract.accounts.create.input;
export type NewAccountValues = z.input<typeof newAccountSchema>;

export const nobody: NewAccountValues = {
  email: '',
  givenName: '',
  familyName: '',
  phone: '',
  notes: '',
  password: '',
  isActive: true,
  isStaff: false,
  isSuperuser: false,
  groups: [],
  permissions: [],
  needsApproval: false,
};

export function valuesOf(account: Account): AccountValues {
  const { email, givenName, familyName, phone, notes, isActive, isStaff, isSuperuser, groups, permissions } = account;
  return {
    email,
    givenName,
    familyName,
    phone,
    notes,
    isActive,
    isStaff,
    isSuperuser,
    // In an order of their own, so that equal choices are equal lists.
    groups: groups.map((group) => group.id).sort(),
    permissions,
  };
}

/** What is saved: whoever is staff is not held back, and whoever is none gets no rights that were ticked before. */
export function newAccountOf(values: NewAccountValues): NewAccountValues {
  const { needsApproval, ...account } = withoutIdleRights(values);
  return needsApproval && !account.isStaff ? { ...account, needsApproval } : account;
}

/** The same for whoever is no staff: rights that were ticked before "Staff" was unticked are not given. */
export function withoutIdleRights<V extends AccountValues>(values: V): V {
  return values.isStaff ? values : { ...values, isSuperuser: false, groups: [], permissions: [] };
}

interface NamedGroup {
  readonly id: string;
  readonly name: string;
}

/** The fields as the form has them, told in words, with the groups by their names. */
export function fieldWords(groups: readonly NamedGroup[]): WordsOfFields<AccountValues> {
  const names = new Map(groups.map((group) => [group.id, group.name]));
  return [
    { name: 'email', label: 'E-mail', words: textInWords },
    { name: 'givenName', label: 'Given name', words: textInWords },
    { name: 'familyName', label: 'Family name', words: textInWords },
    { name: 'phone', label: 'Phone', words: textInWords },
    { name: 'isActive', label: 'Active', words: choiceInWords },
    { name: 'isStaff', label: 'Staff', words: choiceInWords },
    { name: 'isSuperuser', label: 'Superuser', words: choiceInWords },
    { name: 'groups', label: 'Groups', words: (ids) => ids.map((id) => names.get(id) ?? 'A group that was deleted') },
    { name: 'permissions', label: 'Permissions', words: (permissions) => permissions.map(permissionLabel) },
    { name: 'notes', label: 'Notes', words: textInWords },
  ];
}
