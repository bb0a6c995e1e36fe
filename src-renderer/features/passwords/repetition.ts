import { z } from 'zod';

/** The schema of a form in which a new password is typed twice: `repetition` must be the same as the field named. */
export function withRepetition<S extends z.ZodRawShape, K extends Extract<keyof S, string>>(
  schema: z.ZodObject<S>,
  field: K,
) {
  return schema
    .extend({ repetition: z.string() })
    .refine((values: Record<string, unknown>) => values.repetition === values[field], {
      path: ['repetition'],
      params: { code: 'PASSWORDS_DIFFER' },
      // Said beside other complaints, not only once there are none.
      when: ({ value }) => typeof value === 'object' && value !== null,
    });
}
