import { z } from 'zod';
import { contract } from '../../../../src-shared/contract';
import type { AuthorizedUser } from '../../../../src-shared/contract/authorized-users';
import type { DelegationChoices } from '../../../../src-shared/contract/delegation';
import { choiceInWords, textInWords, type WordsOfFields } from '../../../components/versions/compare';
import { inOrderOf, type Permission, withoutDeleted } from './ticks';

const { shape } = contract.myAuthorizedUsers.create.input;

/** What the contract has null for, and a field nothing. */
const orNothing = <T extends z.ZodType<string | null, string | null>>(schema: T) =>
  z
    .string()
    .transform((typed) => (typed.trim() === '' ? null : typed))
    .pipe(schema);

const typedDetails = z.strictObject({
  ...shape,
  username: orNothing(shape.username),
  password: orNothing(shape.password),
  categoryId: orNothing(shape.categoryId),
});

/** As the form has it: an empty text stands for nothing, and the password for one that is given now. */
export type DetailsValues = z.input<typeof typedDetails>;

/** As the main side takes it. */
export type Details = z.output<typeof typedDetails>;

export type DetailsField = keyof DetailsValues & string;

export const emptyDetails: DetailsValues = {
  givenName: '',
  familyName: '',
  email: '',
  phone: '',
  role: '',
  categoryId: '',
  isLoginEnabled: false,
  username: '',
  password: '',
  recoveryEmail: '',
  permissions: [],
};

/** The record in the form's order of permissions, so that equal ticks are equal lists. */
export function valuesOf(person: AuthorizedUser, choices: DelegationChoices): DetailsValues {
  const { givenName, familyName, email, phone, role, category, loginState, recoveryEmail } = person;
  return {
    givenName,
    familyName,
    email,
    phone,
    role,
    categoryId: category?.id ?? '',
    isLoginEnabled: loginState === 'enabled',
    username: ownUsername(person),
    password: '',
    recoveryEmail,
    permissions: inOrderOf(choices.permissions, permissionsOf(person)),
  };
}

/** What was ticked for somebody until now; nothing for somebody new. */
export function permissionsOf(person: AuthorizedUser | null): Permission[] {
  return person?.permissions.map(({ permission }) => permission) ?? [];
}

/** The name of a login that is somebody's own, to be changed with them; empty where there is none. */
function ownUsername(person: AuthorizedUser | null): string {
  return person?.login && !person.login.isOfOffice ? (person.login.username ?? '') : '';
}

/** Whether a login is switched on by these values that is not on yet. */
export function isSwitchedOn(person: AuthorizedUser | null, { isLoginEnabled }: Pick<Details, 'isLoginEnabled'>) {
  return isLoginEnabled && person?.loginState !== 'enabled';
}

/** Whether another than whoever fills in the form looks after the login, so that name and password are not theirs. */
export function isLoginOfOffice(person: AuthorizedUser | null): boolean {
  return person?.login?.isOfOffice === true && person.loginState === 'enabled';
}

/** What is typed about somebody, of what is offered now; `person` is null for somebody new. */
export function detailsSchema(person: AuthorizedUser | null, choices: DelegationChoices['permissions']) {
  const isOfOffice = isLoginOfOffice(person);
  return z
    .custom<DetailsValues>()
    .transform((typed) => ({
      ...withoutIdleFields(typed, person),
      permissions: withoutDeleted(typed.permissions, choices, permissionsOf(person)),
    }))
    .pipe(
      typedDetails
        .refine(({ isLoginEnabled, username }) => !isLoginEnabled || isOfOffice || !isNothing(username), {
          path: ['username'],
          params: { code: 'FIELD_REQUIRED' },
          when: isComplete,
        })
        .refine((values) => !isSwitchedOn(person, values) || !isNothing(values.password), {
          path: ['password'],
          params: { code: 'FIELD_REQUIRED' },
          when: isComplete,
        }),
    );
}

/** What belongs to a login is not seen without one, and stays as it was. */
function withoutIdleFields(typed: DetailsValues, person: AuthorizedUser | null): DetailsValues {
  const before = { username: ownUsername(person), recoveryEmail: person?.recoveryEmail ?? '', password: '' };
  if (!typed.isLoginEnabled) return { ...typed, ...before };
  if (isLoginOfOffice(person)) return { ...typed, username: before.username, password: '' };
  return isSwitchedOn(person, typed) ? typed : { ...typed, password: '' };
}

// Said beside other complaints, not only once there are none: what is empty may be seen before it is parsed, and after.
function isComplete({ value }: { readonly value: unknown }): boolean {
  return typeof value === 'object' && value !== null;
}

function isNothing(value: string | null): boolean {
  return value === null || value === '';
}

/** The fields as the form has them, told in words. */
export function fieldWords({ categories, permissions }: DelegationChoices): WordsOfFields<DetailsValues> {
  const categoryNames = new Map(categories.map(({ id, name }) => [id, name]));
  const labels = new Map<string, string>(permissions.map(({ permission, label }) => [permission, label]));
  return [
    { name: 'givenName', label: 'Given name', words: textInWords },
    { name: 'familyName', label: 'Family name', words: textInWords },
    { name: 'email', label: 'E-mail', words: textInWords },
    { name: 'phone', label: 'Phone', words: textInWords },
    { name: 'role', label: 'Role', words: textInWords },
    { name: 'isLoginEnabled', label: 'Enable Login', words: choiceInWords },
    { name: 'username', label: 'Username', words: textInWords },
    { name: 'recoveryEmail', label: 'Recovery e-mail', words: textInWords },
    {
      name: 'permissions',
      label: 'Permissions',
      words: (ticked) => ticked.map((permission) => labels.get(permission) ?? 'A permission that was deleted'),
    },
    {
      name: 'categoryId',
      label: 'Category',
      words: (id) => (id === '' ? [] : [categoryNames.get(id) ?? 'A category that was deleted']),
    },
  ];
}
