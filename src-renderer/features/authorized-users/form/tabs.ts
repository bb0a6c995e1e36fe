import type { DetailsField } from './details';

/** The tabs of the form, with the fields on each in the order of the eye. */
export const formTabs = [
  { name: 'details', label: 'Details', fields: ['givenName', 'familyName', 'email', 'phone', 'role'] },
  {
    name: 'login',
    label: 'Login & Permissions',
    fields: ['isLoginEnabled', 'username', 'password', 'recoveryEmail', 'permissions'],
  },
  { name: 'settings', label: 'Additional Settings', fields: ['categoryId'] },
] as const satisfies readonly { name: string; label: string; fields: readonly DetailsField[] }[];

export type FormTab = (typeof formTabs)[number]['name'];

/** The first field with an error, and the tab it is on. */
export function firstError(
  errors: Readonly<Partial<Record<DetailsField, unknown>>>,
): { readonly field: DetailsField; readonly tab: FormTab } | null {
  for (const { name, fields } of formTabs) {
    const field = fields.find((one) => errors[one]);
    if (field) return { field, tab: name };
  }
  return null;
}
