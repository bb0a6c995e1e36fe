import { z } from 'zod';
import { line, type OnBehalf, onBehalf } from '../../../src-shared/contract/shapes';

/** Whether it must be made sure who asks for an act, or may be. */
export type Identity = 'needed' | 'optional';

const typed = z.object({
  /** Under the names of the contract, so that a refusal finds its field. */
  onBehalf: z.object({ reason: onBehalf.shape.reason, identityVerifiedBy: line(200) }),
  isVerified: z.boolean(),
});
export type TypedOnBehalf = z.input<typeof typed>;

export const nothingTyped: TypedOnBehalf = {
  onBehalf: { reason: '', identityVerifiedBy: '' },
  isVerified: false,
};

/** What is typed in the dialog; who is verified is verified somehow. */
export function onBehalfSchema(identity: Identity) {
  return typed
    .refine(({ isVerified }) => isVerified || identity === 'optional', {
      path: ['isVerified'],
      params: { code: 'IDENTITY_NOT_VERIFIED' },
      when: isComplete,
    })
    .refine(({ isVerified, onBehalf: { identityVerifiedBy } }) => !isVerified || identityVerifiedBy.trim() !== '', {
      path: ['onBehalf', 'identityVerifiedBy'],
      params: { code: 'FIELD_REQUIRED' },
      when: isComplete,
    });
}

// Said beside other complaints, not only once there are none.
function isComplete({ value }: { readonly value: unknown }): boolean {
  return typeof value === 'object' && value !== null;
}

/** What the main side is told of it. */
export function onBehalfOf({ onBehalf: given, isVerified }: z.output<typeof typed>): OnBehalf {
  return { reason: given.reason, identityVerifiedBy: isVerified ? given.identityVerifiedBy : null };
}
