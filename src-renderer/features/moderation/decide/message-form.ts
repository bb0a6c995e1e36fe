import { z } from 'zod';
import { contract } from '../../../../src-shared/contract';
import type { DecisionKind } from '../../../../src-shared/contract/moderation-settings';

const { approve, reject } = contract.moderation;

export interface TypedMessage {
  readonly internalReason: string;
  /** Empty where none is chosen. */
  readonly templateId: string;
  readonly message: string;
}

export type ReasonAndMessage = Omit<TypedMessage, 'templateId'> & { readonly templateId: string | null };

/** What is typed about a decision; which version of the case it is about is known when it is sent. */
export function messageSchema(isMessageOptional: boolean): z.ZodType<ReasonAndMessage, TypedMessage> {
  return z.strictObject({
    internalReason: approve.input.shape.internalReason,
    templateId: z.string().transform((chosen) => chosen || null),
    message: isMessageOptional ? approve.input.shape.message : reject.input.shape.message,
  });
}

interface MessageWords {
  readonly title: (name: string) => string;
  readonly description: string;
  readonly button: string;
  readonly isMessageOptional: boolean;
}

export const messageWords: Readonly<Record<DecisionKind, MessageWords>> = {
  approve: {
    title: (name) => `Approve ${name} with a message`,
    description: 'They are let in 10 seconds from now, and read the message when they are.',
    button: 'Approve',
    isMessageOptional: true,
  },
  reject: {
    title: (name) => `Reject ${name}`,
    description:
      'They read the message at their next sign-in, and can appeal once. Give a reason: a template, or one in words.',
    button: 'Reject',
    isMessageOptional: false,
  },
  'request-changes': {
    title: (name) => `Ask ${name} for changes`,
    description: 'They read the message at their next sign-in, and can correct what they have sent.',
    button: 'Request changes',
    isMessageOptional: false,
  },
};

/** The template that was used last for each decision in this window: whoever rejects many for one reason keeps it. */
const lastTemplates = new Map<DecisionKind, string>();

export function lastTemplateFor(decision: DecisionKind): string | undefined {
  return lastTemplates.get(decision);
}

export function rememberTemplate(decision: DecisionKind, id: string | null): void {
  if (id === null) lastTemplates.delete(decision);
  else lastTemplates.set(decision, id);
}
