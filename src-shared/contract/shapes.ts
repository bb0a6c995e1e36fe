import { z } from 'zod';

/** Longest e-mail address that mail systems accept, in characters (RFC 5321). */
const longestEmail = 254;

// C0 and C1 controls, lone surrogates, and what is not seen: it would make two names that look the same, and one
// that looks like none. Among them are the marks that turn the direction of the text around them (a name may be
// Arabic or Hebrew without them). Joiners and variation selectors stay, since scripts and emoji need them.
const unprintable = /(?!\u200c|\u200d|\ufe0f)[\p{Control}\p{Surrogate}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u;
const unprintableExceptLines =
  /(?!\u200c|\u200d|\ufe0f|\n)[\p{Control}\p{Surrogate}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u;
const invisible = /\u200c|\u200d|\ufe0f/u;
const visible = /[\p{Letter}\p{Number}\p{Punctuation}\p{Symbol}]/u;

const unprintableError = { params: { code: 'FIELD_UNPRINTABLE' } };

/** One line of text as a person types it: trimmed, composed (NFC), without control or invisible characters. */
export const line = (maximum: number) =>
  z
    .string()
    .max(maximum)
    .refine((value) => !unprintable.test(value), unprintableError)
    .transform((value) => value.normalize('NFC').trim());

/** The same, and there is something to see in it. */
export const requiredLine = (maximum: number) =>
  line(maximum)
    .pipe(z.string().min(1))
    .refine((value) => visible.test(value), { params: { code: 'FIELD_REQUIRED' } });

/** Several lines of text; line ends become `\n`. */
export const paragraph = (maximum: number) =>
  z
    .string()
    .max(maximum)
    .transform((value) => value.replace(/\r\n?/g, '\n').normalize('NFC').trim())
    .refine((value) => !unprintableExceptLines.test(value), unprintableError);

/** The same, and there is something to see in it. */
export const requiredParagraph = (maximum: number) =>
  paragraph(maximum).refine((value) => visible.test(value), { params: { code: 'FIELD_REQUIRED' } });

/** An e-mail address. Nothing invisible at all may be in it: it could never be typed again at sign-in. */
export const email = line(longestEmail)
  .refine((value) => !invisible.test(value), unprintableError)
  .pipe(
    z
      .string()
      .min(1)
      .pipe(z.email({ pattern: z.regexes.unicodeEmail })),
  );

/** The same, or nothing. */
export const optionalEmail = line(longestEmail)
  .refine((value) => !invisible.test(value), unprintableError)
  .refine((value) => value === '' || z.regexes.unicodeEmail.test(value), { params: { code: 'FIELD_NOT_EMAIL' } });

/** Letters and digits of any script, and what stands between them; never an `@`, so that it is no e-mail address. */
const usernamePattern =
  /^[\p{Letter}\p{Number}][\p{Letter}\p{Mark}\p{Number}]*(?:[._-][\p{Letter}\p{Number}][\p{Letter}\p{Mark}\p{Number}]*)*$/u;

/** A name to sign in by, for whoever does not do so by an e-mail address. Nothing invisible is in it, as in those. */
export const username = line(60)
  .refine((value) => !invisible.test(value), unprintableError)
  .pipe(z.string().min(3))
  .refine((value) => usernamePattern.test(value), { params: { code: 'FIELD_NOT_USERNAME' } });

/** Digits in any script with what people put between them, and an extension at the end; empty where there is none. */
const phonePattern =
  /^(?:[+(]*\p{Decimal_Number}[\p{Decimal_Number} ()+/.\u2010-\u2015-]*(?:(?:ext\.?|x|#) ?\p{Decimal_Number}+)?)?$/iu;

/** A phone as a person writes it, such as `+49 (170) 123-45` or `020 7946 0018 ext. 12`. */
export const phone = line(40).refine((value) => phonePattern.test(value), { params: { code: 'FIELD_NOT_PHONE' } });

/** A sign-in name as typed: whatever it is, it is only compared. */
export const typedName = z.string().min(1).max(longestEmail);

/** A password that is only compared with one that exists. */
export const typedPassword = z.string().min(1).max(128);

/** At least 15 characters where it is the only factor, at most 128, nothing demanded of their mix (NIST SP 800-63B-4). */
export const passwordMinimum = 15;
export const passwordMaximum = 128;
export const newPassword = z.string().min(passwordMinimum).max(passwordMaximum);

/** A recovery code as typed: dashes, spaces and lower case are allowed. */
export const typedRecoveryCode = z.string().min(1).max(100);

/** The identifier of a record outside the store: 128 random bits, base64url. */
export const publicId = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

/**
 * Why staff change what belongs to somebody else. `identityVerifiedBy` says how it was made sure who asked for it, such
 * as "called back at the number on file"; null where that was not done.
 */
export const onBehalf = z.strictObject({
  reason: requiredLine(500),
  identityVerifiedBy: requiredLine(200).nullable(),
});
export type OnBehalf = z.infer<typeof onBehalf>;

/** Counts the changes of a record; a change names the version it was made from. */
export const version = z.int().min(1).max(Number.MAX_SAFE_INTEGER);

/** Milliseconds since 1970-01-01 UTC. */
export const instant = z.int();

/** Where the next page begins. Opaque to callers. */
export const cursor = z.string().min(1).max(500);

export const nothing = z.strictObject({});
