import type { InputOf } from '../../../src-shared/contract';

/** Somebody of the prepared office, who signs in with a password of their own. */
export interface Person {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly password: string;
  readonly isSuperuser: boolean;
  readonly permissions: InputOf<'staff.create'>['permissions'];
}

export const officeName = 'Northgate Office';
export const passphrase = 'seven copper kettles whistling';

export const olga: Person = {
  givenName: 'Olga',
  familyName: 'Petrenko',
  email: 'olga.petrenko@example.com',
  password: 'violet harbour ladder mosaic',
  isSuperuser: true,
  permissions: [],
};

export const mira: Person = {
  givenName: 'Mira',
  familyName: 'Lindqvist',
  email: 'mira.lindqvist@example.com',
  password: 'granite orchard teapot drum',
  isSuperuser: true,
  permissions: [],
};

/** May look at staff, and nothing else. */
export const ben: Person = {
  givenName: 'Ben',
  familyName: 'Okafor',
  email: 'ben.okafor@example.com',
  password: 'paper lighthouse walnut echo',
  isSuperuser: false,
  permissions: ['staff.view'],
};

/** Everybody of the prepared office; the first has set it up. */
export const colleagues = [mira, ben] as const;

export function nameOf({ givenName, familyName }: Pick<Person, 'givenName' | 'familyName'>): string {
  return `${givenName} ${familyName}`;
}
