import type { z } from 'zod';
import { contract } from '../../../../src-shared/contract';
import type { ModerationPolicies } from '../../../../src-shared/contract/moderation-settings';
import { choiceInWords, type WordsOfFields } from '../../../components/versions/compare';

export const policySchema = contract.moderationSettings.updatePolicies.input.omit({ version: true, waiting: true });
export type PolicyValues = z.input<typeof policySchema>;

type NamedType = ModerationPolicies['types'][number];
export type TypePolicy = PolicyValues['types'][number];
export type TypeTick = Exclude<keyof TypePolicy, 'id'>;

export function valuesOf({ version: _, types, ...policies }: ModerationPolicies): PolicyValues {
  return {
    ...policies,
    types: types.map(({ id, isOffered, needsApproval, needsSecondModerator }) => ({
      id,
      isOffered,
      needsApproval,
      needsSecondModerator,
    })),
  };
}

interface Quantity {
  readonly name: 'reminderDays' | 'claimMinutes' | 'rejectedRetentionDays';
  readonly label: string;
  readonly unit: string;
  readonly explanation: string;
}

/** The numbers in the order of the screen. Their limits are the contract's. */
export const quantities: readonly Quantity[] = [
  {
    name: 'reminderDays',
    label: 'Late after',
    unit: 'days',
    explanation: 'Whoever waits longer than this is marked in the queue.',
  },
  {
    name: 'claimMinutes',
    label: 'A claim holds for',
    unit: 'minutes',
    explanation: 'So long a moderator keeps a sign-up they have taken on, unless they give it back.',
  },
  {
    name: 'rejectedRetentionDays',
    label: 'Delete what was rejected after',
    unit: 'days',
    explanation: 'Then the account is deleted for good, by itself, unless an appeal is under way.',
  },
];

/** The smallest and the largest value the contract allows. */
export function limitsOf(name: Quantity['name']): { readonly minimum: number; readonly maximum: number } {
  const { minValue, maxValue } = policySchema.shape[name];
  return { minimum: minValue ?? 0, maximum: maxValue ?? Number.MAX_SAFE_INTEGER };
}

/** What can be ticked of each type, in the order of the table. */
export const typeTicks: readonly { readonly name: TypeTick; readonly label: string; readonly whenTicked: string }[] = [
  { name: 'isOffered', label: 'Offered at registration', whenTicked: 'offered' },
  { name: 'needsApproval', label: 'Needs approval when added later', whenTicked: 'needs approval' },
  { name: 'needsSecondModerator', label: 'Needs a second moderator', whenTicked: 'second moderator' },
];

/** What is ticked of a type; as it was read where the form does not know it yet, as one that was added meanwhile. */
export function ticksOf(type: NamedType, values: readonly TypePolicy[]): TypePolicy {
  return values.find(({ id }) => id === type.id) ?? type;
}

/** The ticks of all types once one of them has changed; a type that the form did not know yet comes with it. */
export function withTick(
  types: readonly NamedType[],
  values: readonly TypePolicy[],
  id: string,
  tick: TypeTick,
  isTicked: boolean,
): TypePolicy[] {
  const known = types.filter((type) => type.id === id || values.some((value) => value.id === type.id));
  return known.map((type) => {
    const { isOffered, needsApproval, needsSecondModerator } = ticksOf(type, values);
    const policy = { id: type.id, isOffered, needsApproval, needsSecondModerator };
    return type.id === id ? { ...policy, [tick]: isTicked } : policy;
  });
}

/** The fields as the form has them, told in words, with the types by their names. */
export function policyWords(types: readonly Pick<NamedType, 'id' | 'name'>[]): WordsOfFields<PolicyValues> {
  const names = new Map(types.map(({ id, name }) => [id, name]));
  const wordsOfType = (policy: TypePolicy) => {
    const ticked = typeTicks.filter(({ name }) => policy[name]).map(({ whenTicked }) => whenTicked);
    return `${names.get(policy.id) ?? 'A type that is gone'}: ${ticked.length === 0 ? 'nothing' : ticked.join(', ')}`;
  };
  return [
    { name: 'isRegistrationOpen', label: registrationLabel, words: choiceInWords },
    { name: 'isOn', label: moderationLabel, words: choiceInWords },
    ...quantities.map(({ name, label, unit }) => ({ name, label, words: (value: number) => [`${value} ${unit}`] })),
    { name: 'types', label: 'Profile types', words: (values) => values.map(wordsOfType) },
  ];
}

export const registrationLabel = 'People can register';
export const moderationLabel = 'A moderator approves new people';
