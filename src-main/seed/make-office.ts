import type { InputOf, OutputOf, ProcedureName } from '../../src-shared/contract';
import type { App } from '../app';
import { OperationalError } from '../errors';

export interface MadeOffice {
  readonly passphrase: string;
  /** How to get in, to be printed: nothing of it can be asked for again. */
  readonly lines: readonly string[];
}

const superuser = { email: 'sam.sample@example.org', givenName: 'Sam', familyName: 'Sample' };

/** Sets up an office as a window would, with sample groups for the staff among the made-up people. */
export async function makeOffice(app: App, givenPassphrase: string | null): Promise<MadeOffice> {
  const ask = asker(app);
  const passphrase = givenPassphrase ?? (await ask('passwords.suggest', {})).passPhrase;
  const { passPhrase: password } = await ask('passwords.suggest', {});
  const { recoveryCode } = await ask('setup.create', {
    officeName: 'Office of made-up people',
    passphrase,
    useKeyStore: false,
    superuser: { ...superuser, password },
    addSampleData: true,
  });
  return {
    passphrase,
    lines: [
      'Sign in with:',
      `  E-mail:         ${superuser.email}`,
      `  Password:       ${password}`,
      'Open the store with:',
      `  Passphrase:     ${givenPassphrase === null ? passphrase : 'the one in the passphrase file'}`,
      `  Recovery code:  ${recoveryCode}`,
    ],
  };
}

function asker(app: App) {
  return async <N extends ProcedureName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> => {
    const { answer } = await app.call('seed', name, input);
    if (!answer.ok) throw new OperationalError(answer.error.code, answer.error.params);
    // The door has parsed the data by the output schema of this very procedure.
    return answer.data as OutputOf<N>;
  };
}
