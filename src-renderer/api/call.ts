import { contract, type InputOf, type OutputOf, type ProcedureName, procedures } from '../../src-shared/contract';
import { isStateRefusal } from '../../src-shared/refusals';
import { CallFailure, WindowUnknown } from './failures';
import { mainSide } from './main-side';
import { asOwnChange } from './own-changes';
import { readAnew } from './reads-anew';
import { askForPassword } from './reauthentication';

type DoubtListener = (failure: CallFailure | WindowUnknown) => void;
const doubtListeners = new Set<DoubtListener>();

/** Hears of every answer that puts the state of the session in doubt. */
export function onSessionDoubt(listener: DoubtListener): () => void {
  doubtListeners.add(listener);
  return () => doubtListeners.delete(listener);
}

type RightsListener = () => Promise<void>;
const rightsListeners = new Set<RightsListener>();

/** Hears of every write that may have changed what this session may do. The write is waited for until it is known. */
export function onRightsDoubt(listener: RightsListener): () => void {
  rightsListeners.add(listener);
  return () => rightsListeners.delete(listener);
}

/**
 * Calls a procedure of the contract. Where it needs the password again, the person is asked and the call repeated.
 * @throws CallFailure, TransportFailure, WindowUnknown
 */
export async function call<N extends ProcedureName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  // The main side has parsed the data by the output schema of this very procedure.
  return (await send(name, input)) as OutputOf<N>;
}

async function send(name: string, input: unknown): Promise<unknown> {
  try {
    const isWrite = procedures.get(name)?.access === 'write';
    const data = await (isWrite ? asOwnChange(() => attempt(name, input), input) : attempt(name, input));
    await refreshReads(name);
    return data;
  } catch (failure) {
    const isInDoubt = failure instanceof CallFailure && isStateRefusal(failure.error.code);
    if (isInDoubt || failure instanceof WindowUnknown) for (const listener of doubtListeners) listener(failure);
    throw failure;
  }
}

async function attempt(name: string, input: unknown): Promise<unknown> {
  const answer = await mainSide().call(name, input);
  if (answer.ok) return answer.data;
  if (answer.error.code !== 'REAUTHENTICATION_NEEDED') throw new CallFailure(name, answer.error);
  if (!(await askForPassword())) throw new CallFailure(name, answer.error, true);
  return attempt(name, input);
}

const featuresOfRights: readonly string[] = ['accounts', 'staff', 'groups'];

const ofAuthorizedUsers = ['authorizedUsers', 'myAuthorizedUsers', 'delegation', 'accounts'];

/** The features whose reads tell of what a write of this feature changes. */
const touchedBy: Readonly<Record<string, readonly string[]>> = {
  // With a tick, somebody new waits for a moderator.
  accounts: ['accounts', 'profiles', 'dashboard', 'staff', 'groups', 'authorizedUsers', 'moderation'],
  profiles: ['profiles', 'accounts', 'dashboard', 'moderation'],
  authorizedUsers: ofAuthorizedUsers,
  myAuthorizedUsers: ofAuthorizedUsers,
  delegation: ['delegation', 'authorizedUsers', 'myAuthorizedUsers'],
  // Of staff, who see the same account in the back office.
  myAccount: ['profiles', 'accounts', 'dashboard'],
  staff: ['staff', 'accounts', 'dashboard', 'groups'],
  moderation: ['moderation', 'accounts', 'profiles', 'dashboard'],
  moderationSettings: ['moderationSettings', 'moderation'],
};

/** What this window itself has changed is read anew at once; of other windows' changes it hears by events. */
async function refreshReads(name: string): Promise<void> {
  const procedure = procedures.get(name);
  const [feature = ''] = name.split('.');
  // What becomes of the session is in the answer itself.
  if (procedure?.access !== 'write' || procedure.audience.kind === 'public' || feature === 'session') return;
  // What may not be read any more is not asked for: it would be recorded as refused.
  if (featuresOfRights.includes(feature)) await Promise.all([...rightsListeners].map((listener) => listener()));
  // What comes of the write is drawn first: a dozen calls that are sent before it would hold it up.
  setTimeout(() => readAnew([...(touchedBy[feature] ?? [feature]), 'myAccount', 'activity']));
}

type Caller<N extends ProcedureName> =
  Record<string, never> extends InputOf<N>
    ? (input?: InputOf<N>) => Promise<OutputOf<N>>
    : (input: InputOf<N>) => Promise<OutputOf<N>>;

type Api = {
  readonly [N in ProcedureName as N extends `${infer F}.${string}` ? F : never]: {
    readonly [M in ProcedureName as M extends `${N extends `${infer F}.${string}` ? F : never}.${infer P}`
      ? P
      : never]: Caller<M>;
  };
};

/** The main side as it looks from a screen: `await api.staff.create({ … })`. */
export const api = Object.fromEntries(
  Object.entries(contract).map(([feature, declarations]) => [
    feature,
    Object.fromEntries(
      Object.keys(declarations).map((name) => [name, (input: unknown = {}) => send(`${feature}.${name}`, input)]),
    ),
  ]),
) as Api;
