import { z } from 'zod';
import { contract } from '../../../src-shared/contract';
import { type ContractForm, useContractForm } from '../../components/form/useContractForm';

const office = contract.setup.create.input;
const superuser = office.shape.superuser;
const differs = { params: { code: 'PASSWORDS_DIFFER' } };
const isObject = ({ value }: { value: unknown }) => typeof value === 'object' && value !== null;

/** The contract's input, with both secrets typed twice. */
const schema = office
  .extend({
    passphraseAgain: z.string(),
    superuser: superuser
      .extend({ passwordAgain: z.string() })
      .refine((values) => values.password === values.passwordAgain, {
        ...differs,
        path: ['passwordAgain'],
        when: isObject,
      }),
  })
  .refine((values) => values.passphrase === null || values.passphrase === values.passphraseAgain, {
    ...differs,
    path: ['passphraseAgain'],
    when: isObject,
  })
  .refine((values) => values.passphrase !== null || values.useKeyStore, {
    params: { code: 'WAY_NEEDED' },
    path: ['useKeyStore'],
    when: isObject,
  });

export type SetUpValues = z.input<typeof schema>;
export type SetUpForm = ContractForm<SetUpValues, z.output<typeof schema>>;

export const nothingTyped: SetUpValues = {
  officeName: '',
  passphrase: '',
  passphraseAgain: '',
  useKeyStore: false,
  superuser: { email: '', givenName: '', familyName: '', password: '', passwordAgain: '' },
  addSampleData: false,
};

export function useSetUpForm(): SetUpForm {
  return useContractForm(schema, nothingTyped);
}

export const steps = ['office', 'store', 'superuser', 'finish'] as const;
export type SetUpStep = (typeof steps)[number];

/** The fields of each step, in the order they are shown. */
export const fieldsOfStep = {
  office: ['officeName'],
  store: ['useKeyStore', 'passphrase', 'passphraseAgain'],
  superuser: [
    'superuser.givenName',
    'superuser.familyName',
    'superuser.email',
    'superuser.password',
    'superuser.passwordAgain',
  ],
  finish: ['addSampleData'],
} as const satisfies Record<SetUpStep, readonly string[]>;

export const secretOfStep = {
  office: null,
  store: 'passphrase',
  superuser: 'superuser.password',
  finish: null,
} as const satisfies Record<SetUpStep, string | null>;

/** What a guesser would try first. */
export function cluesOf({ officeName, superuser: person }: SetUpValues): string[] {
  return [officeName, person.givenName, person.familyName, person.email];
}
