import type { z } from 'zod';
import type { CallError } from '../errors';
import { accounts } from './accounts';
import { activity } from './activity';
import { authorizedUsers, myAuthorizedUsers } from './authorized-users';
import { dashboard } from './dashboard';
import type { Procedure } from './define';
import { delegation } from './delegation';
import { groups } from './groups';
import { messages } from './messages';
import { moderation } from './moderation';
import { moderationSettings } from './moderation-settings';
import { myAccount } from './my-account';
import { opening } from './opening';
import { passwords } from './passwords';
import { profiles } from './profiles';
import { recovery } from './recovery';
import { registration } from './registration';
import { session } from './session';
import { settings } from './settings';
import { setup } from './setup';
import { signUp } from './sign-up';
import { staff } from './staff';

/** Everything a window can ask of the main side: `contract.staff.create` is called by the name `staff.create`. */
export const contract = {
  setup,
  opening,
  session,
  recovery,
  passwords,
  dashboard,
  accounts,
  profiles,
  authorizedUsers,
  myAuthorizedUsers,
  delegation,
  myAccount,
  registration,
  signUp,
  messages,
  moderation,
  moderationSettings,
  staff,
  groups,
  settings,
  activity,
};

export type Contract = typeof contract;
export type Feature = keyof Contract;
export type ProcedureName = {
  [F in Feature]: `${F}.${Extract<keyof Contract[F], string>}`;
}[Feature];

export type ProcedureOf<N extends ProcedureName> = N extends `${infer F extends Feature}.${infer P}`
  ? P extends keyof Contract[F]
    ? Contract[F][P]
    : never
  : never;

/** What a caller sends; and what the handler gets, after parsing. */
export type InputOf<N extends ProcedureName> = ProcedureOf<N> extends Procedure<infer I> ? z.input<I> : never;
export type ParsedInputOf<N extends ProcedureName> = ProcedureOf<N> extends Procedure<infer I> ? z.output<I> : never;
export type OutputOf<N extends ProcedureName> =
  ProcedureOf<N> extends Procedure<z.ZodType, infer O> ? z.output<O> : never;

/** What every call answers. */
export type Answer<T = unknown> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly error: CallError };

/** Every procedure by its full name. */
export const procedures: ReadonlyMap<string, Procedure> = new Map(
  Object.entries(contract).flatMap(([feature, declarations]) =>
    Object.entries(declarations).map(([name, declaration]) => [`${feature}.${name}`, declaration] as const),
  ),
);
