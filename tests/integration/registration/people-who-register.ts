import type { InputOf } from '../../../src-shared/contract';
import type { ProfileType } from '../../../src-shared/contract/profiles';
import type { TestApp } from '../../support/test-app';
import { backAtDesk, superuser } from '../../support/test-office';

type Registration = InputOf<'registration.register'>;

export const ownPassword = 'paper lantern over the river';

/** What is typed by somebody new, who is told apart by their given name. */
export function newcomer(givenName: string, typed: Partial<Registration> = {}): Registration {
  return {
    email: `${givenName.toLowerCase()}@newcomers.example`,
    password: ownPassword,
    givenName,
    familyName: 'Adeyinka',
    phone: '',
    typeId: null,
    values: {},
    message: '',
    ...typed,
  };
}

/** A type with a required and an optional field. */
export async function addType(app: TestApp, name: string): Promise<ProfileType> {
  await backAtDesk(app, 'superuser', superuser);
  return app.ask('superuser', 'profiles.createType', {
    name,
    color: 'green',
    fields: [
      { label: 'Company', kind: 'text', isRequired: true, choices: [] },
      { label: 'Employees', kind: 'number', isRequired: false, choices: [] },
    ],
  });
}

/** The values of such a type by the labels of its fields. */
export function valuesOf(type: ProfileType, byLabel: Readonly<Record<string, string | number | null>>) {
  return Object.fromEntries(type.fields.map(({ id, label }) => [id, byLabel[label] ?? null]));
}
