import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { type Answer, procedures } from '../src-shared/contract';
import type { Procedure, SessionState } from '../src-shared/contract/define';
import type { Ending } from '../src-shared/contract/session';
import { type CallError, doorErrorCodes, type ErrorText, errorText, fieldErrorText } from '../src-shared/errors';
import { isRecordedRefusal } from '../src-shared/refusals';
import type { Clock } from './clock';
import type { Actor, Context } from './context';
import { callErrorOf, OperationalError, UserError } from './errors';
import type { AnyHandler } from './handlers';
import { audienceRefusal, stateRefusal } from './refusals';
import { operationalErrorOf } from './store/disk-errors';
import type { DataFolder } from './store/folder';

/** What the dispatcher has to know of the rest. */
export interface DispatcherParts {
  readonly clock: Clock;
  readonly folder: DataFolder;
  /** The window's session as it is now. */
  readonly resolve: (window: string, now: number) => Promise<{ state: SessionState; actor: Actor | null }>;
  /** Throws where the person who was let in no longer may what they then might. */
  readonly assertStillAllowed: (
    manager: EntityManager,
    window: string,
    was: { readonly state: SessionState; readonly actor: Actor },
    now: number,
  ) => Promise<void>;
  readonly isRecentlyAuthenticated: (window: string, now: number) => Promise<boolean>;
  /** Why somebody else has ended the window's last session, once. */
  readonly tellEnding: (window: string) => Ending | null;
  readonly touch: (window: string, now: number) => void;
  readonly handlerOf: (procedure: string) => AnyHandler | undefined;
  readonly recordRefusal: (refused: {
    readonly actor: Actor | null;
    readonly procedure: string;
    readonly error: CallError;
    readonly now: number;
  }) => Promise<void>;
  readonly report: (error: unknown) => void;
}

/**
 * The only way in, for every host: session, audience, input, handler, output, in this order.
 * It never throws and never shows a stack.
 */
export class Dispatcher {
  readonly #parts: DispatcherParts;

  constructor(parts: DispatcherParts) {
    this.#parts = parts;
  }

  async call(window: string, name: string, input: unknown): Promise<Answer> {
    const { clock, recordRefusal } = this.#parts;
    const now = clock.now();
    let actor: Actor | null = null;
    try {
      const procedure = procedures.get(name);
      if (!procedure) throw new UserError('UNKNOWN_PROCEDURE');
      const resolved = await this.#parts.resolve(window, now);
      actor = resolved.actor;
      const context = this.#context(window, now, resolved);
      return { ok: true, data: await this.#run(name, procedure, context, resolved.state, input) };
    } catch (failure) {
      const error = this.#tellingEnding(window, this.#errorOf(failure, name));
      if (isRecordedRefusal(error.code)) {
        await recordRefusal({ actor, procedure: name, error, now }).catch(this.#parts.report);
      }
      return { ok: false, error };
    }
  }

  #context(window: string, now: number, { state, actor }: { state: SessionState; actor: Actor | null }): Context {
    if (!actor) return { window, now, actor };
    const was = { state, actor };
    const confirm = (manager: EntityManager) => this.#parts.assertStillAllowed(manager, window, was, now);
    return { window, now, actor, confirm };
  }

  async #run(name: string, procedure: Procedure, context: Context, state: SessionState, input: unknown) {
    const { handlerOf, touch, isRecentlyAuthenticated } = this.#parts;
    const refusal = stateRefusal(procedure, state) ?? audienceRefusal(procedure, context.actor);
    if (refusal) throw new UserError(refusal);
    const parsed = procedure.input.safeParse(input, { reportInput: true });
    if (!parsed.success) throw new InputError(parsed.error);
    if (procedure.isSensitive && !(await isRecentlyAuthenticated(context.window, context.now))) {
      throw new UserError('REAUTHENTICATION_NEEDED');
    }
    if (procedure.access === 'write') touch(context.window, context.now);
    const handler = handlerOf(name);
    if (!handler) throw new Error(`${name} has no handler`);
    return procedure.output.parse(await handler(context, parsed.data));
  }

  /** Whoever goes on in good faith is told why they no longer can, and not only that they have to sign in. */
  #tellingEnding(window: string, error: CallError): CallError {
    const ending = error.code === 'NOT_SIGNED_IN' ? this.#parts.tellEnding(window) : null;
    return ending === null ? error : errorText(ending);
  }

  #errorOf(failure: unknown, name: string): CallError {
    if (failure instanceof InputError) return failure.callError;
    const known = failure instanceof UserError ? failure : operationalErrorOf(failure, this.#parts.folder);
    if (!known) {
      this.#parts.report(failure);
      return errorText('INTERNAL');
    }
    if (known instanceof OperationalError) this.#parts.report(known);
    const declared = procedures.get(name)?.errors ?? [];
    if (!doorErrorCodes.includes(known.code) && !declared.includes(known.code)) {
      this.#parts.report(new Error(`${name} answers ${known.code}, which its contract does not declare`));
    }
    return callErrorOf(known);
  }
}

/** What the contract's schema says against the input, field by field. */
class InputError extends Error {
  readonly callError: CallError;

  constructor(error: z.ZodError) {
    super('The input does not fit the contract.');
    // A map, because a field may be called like something that every object has, such as `constructor`.
    const fields = new Map<string, ErrorText>();
    for (const issue of error.issues) {
      const names = issue.code === 'unrecognized_keys' ? issue.keys : [];
      for (const path of names.length > 0 ? names.map((key) => [...issue.path, key]) : [issue.path]) {
        const name = path.join('.');
        if (!fields.has(name)) fields.set(name, fieldErrorText(issue));
      }
    }
    this.callError = { ...errorText('INPUT_INVALID'), fields: Object.fromEntries(fields) };
  }
}
