import type { InputOf, ProcedureName } from '../../../src-shared/contract';
import type { EveryState, Place } from './every-state';

/** A call that is right in every respect at this moment. */
export interface GoodCall<N extends ProcedureName = ProcedureName> {
  readonly place: Place;
  readonly input: InputOf<N>;
}

export type Prepare<N extends ProcedureName> = (states: EveryState) => GoodCall<N> | Promise<GoodCall<N>>;

export const asking = { place: 'full', input: {} } as const;

/** The superuser's call for a record, as it is now. */
export function chosenOf({ id, version }: { readonly id: string; readonly version: number }) {
  return { place: 'full', input: { id, version } } as const;
}
