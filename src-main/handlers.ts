import type { Contract, Feature, OutputOf, ParsedInputOf, ProcedureName } from '../src-shared/contract';
import type { Context } from './context';

type Handler<N extends ProcedureName> = (
  context: Context,
  input: ParsedInputOf<N>,
) => Promise<OutputOf<N>> | OutputOf<N>;

/** The handlers of a feature, one for each procedure its contract declares. */
export type HandlersOf<F extends Feature> = {
  [P in Extract<keyof Contract[F], string>]: `${F}.${P}` extends ProcedureName ? Handler<`${F}.${P}`> : never;
};

/** A handler as the dispatcher sees it: the contract's schemas stand on both sides of it. */
export type AnyHandler = (context: Context, input: unknown) => unknown;
