import { randomBytes } from 'node:crypto';

/** A recovery code in its one written form, such as `7K3QX-0MZ9T-...`: upper case, in groups joined by dashes. */
export type RecoveryCode = string & { readonly __brand: 'recovery code' };

/** Crockford's base32 (https://www.crockford.com/base32.html): no I, L, O, which read as digits, and no U. */
const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groupLength = 5;
const groupCount = 6;

/** 30 symbols of 5 bits: 150 random bits, where 112 would do (NIST SP 800-63B-4, 3.1.2, look-up secrets). */
const symbolCount = groupLength * groupCount;

const looksLikeDigit: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

export function generateRecoveryCode(): RecoveryCode {
  // 256 is a multiple of 32, so every symbol is equally likely.
  return written(Array.from(randomBytes(symbolCount), (byte) => symbols.charAt(byte % symbols.length)).join(''));
}

/**
 * Reads a code as people type it: any case, spaces and dashes anywhere, O for 0, I or L for 1.
 * Null where it cannot be a recovery code at all.
 */
export function normaliseRecoveryCode(typed: string): RecoveryCode | null {
  const plain = typed
    .normalize('NFKC')
    .replace(/[\s\p{Dash}]/gu, '')
    .toUpperCase()
    .replace(/[OIL]/g, (letter) => looksLikeDigit[letter] ?? letter);
  if (plain.length !== symbolCount) return null;
  if (![...plain].every((symbol) => symbols.includes(symbol))) return null;
  return written(plain);
}

function written(plain: string): RecoveryCode {
  const groups = Array.from({ length: groupCount }, (_, group) =>
    plain.slice(group * groupLength, (group + 1) * groupLength),
  );
  return groups.join('-') as RecoveryCode;
}
