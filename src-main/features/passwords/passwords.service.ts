import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { passwordMinimum } from '../../../src-shared/contract/shapes';
import type { ErrorCode } from '../../../src-shared/errors';
import { UserError } from '../../errors';
import { StrengthEstimator } from './strength';

/** OWASP's parameters for argon2id: 19 MiB, two passes, one lane. About 75 ms on an office PC, off the main thread. */
// Argon2id is the package's own default; its enumeration cannot be imported as a value.
const hashing = { memoryCost: 19456, timeCost: 2, parallelism: 1 };

/** zxcvbn's "safely unguessable: moderate protection from offline slow-hash scenario". */
const leastScore = 3;

/** Six words of a list of 2048 are 66 random bits. */
const wordsInAPassPhrase = 6;

export interface PasswordRules {
  readonly minLength: number;
  /** The person's own names and e-mail, which a guesser would try first. */
  readonly about: readonly string[];
}

export interface Assessment {
  readonly score: number;
  readonly refusal: { readonly code: ErrorCode; readonly params?: { readonly minimum: number } } | null;
}

/** Judges, hashes, verifies and suggests passwords. Knows nothing of whose they are. */
export class PasswordsService {
  readonly #estimator: StrengthEstimator;
  #decoy: Promise<string> | null = null;

  constructor(strengthThread: URL) {
    this.#estimator = new StrengthEstimator(strengthThread);
  }

  /**
   * The rules of NIST SP 800-63B-4: length and lists of common passwords, no demands on the mix of characters.
   * @param window whose person is typing and may ask again before this is answered
   * @throws UserError, OperationalError PASSWORD_NOT_JUDGED
   */
  async assess(password: string, { minLength, about }: PasswordRules, window: string | null): Promise<Assessment> {
    const judged = composed(password);
    const strength = await this.#estimator.estimate({ password: judged, about }, window);
    const minimum = Math.max(minLength, passwordMinimum);
    if ([...judged].length < minimum) {
      return { score: Math.min(strength.score, 1), refusal: { code: 'FIELD_TOO_SHORT', params: { minimum } } };
    }
    if (strength.isCommon) return { score: 0, refusal: { code: 'PASSWORD_COMMON' } };
    if (strength.score < leastScore) return { score: strength.score, refusal: { code: 'PASSWORD_GUESSABLE' } };
    return { score: strength.score, refusal: null };
  }

  /** @throws UserError in the given field: FIELD_TOO_SHORT, PASSWORD_COMMON or PASSWORD_GUESSABLE */
  async assertAcceptable(password: string, rules: PasswordRules, field: string): Promise<void> {
    const { refusal } = await this.assess(password, rules, null);
    if (refusal) throw UserError.inField(field, refusal.code, refusal.params);
  }

  /** Ends the thread that judges passwords. */
  close(): Promise<void> {
    return this.#estimator.close();
  }

  hash(password: string): Promise<string> {
    return hash(composed(password), hashing);
  }

  /** Makes the hash that stands in for the missing one before the first sign-in, which would otherwise take longer. */
  async prepareDecoy(): Promise<string> {
    this.#decoy ??= this.suggest().then((passPhrase) => this.hash(passPhrase));
    return this.#decoy;
  }

  /**
   * With null or nothing in place of a hash it takes as long and says no: an unknown name, or one whose login is
   * switched off, must not answer sooner.
   */
  async verify(passwordHash: string | null, password: string): Promise<boolean> {
    const decoy = await this.prepareDecoy();
    const isRight = await verify(passwordHash || decoy, composed(password));
    return isRight && passwordHash !== null && passwordHash !== '';
  }

  async suggest(): Promise<string> {
    const { wordlist } = await import('@scure/bip39/wordlists/english.js');
    return Array.from({ length: wordsInAPassPhrase }, () => wordlist[randomInt(wordlist.length)]).join(' ');
  }
}

/** The same password typed on another keyboard must be the same (NIST SP 800-63B-4: NFKC before hashing). */
function composed(password: string): string {
  return password.normalize('NFKC');
}
