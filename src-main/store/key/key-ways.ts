import { randomBytes, randomUUID } from 'node:crypto';
import { OperationalError, UserError } from '../../errors';
import type { KeyFile, Way, WayKind } from './key-file';
import type { Decrypted, KeyStore } from './key-store';
import { unwrapKey, wrapKey, wrappingKeyBytes } from './key-wrap';
import { normaliseRecoveryCode, type RecoveryCode } from './recovery-code';
import type { StoreKey } from './store-key';
import { newStretch, stretchSecret } from './stretch';

type WayOf<Kind extends WayKind> = Extract<Way, { kind: Kind }>;

export interface UnwrappedByKeyStore {
  readonly key: StoreKey;
  /** The key store asks for another `withKeyStore`; until then the way that is there opens. */
  readonly shouldBeWrappedAnew: boolean;
}

export function hasWay(keyFile: KeyFile, kind: WayKind): boolean {
  return keyFile.ways.some((way) => way.kind === kind);
}

/** Names the recovery code that opens the store now, without saying anything about it; null where there is none. */
export function recoveryWayId(keyFile: KeyFile): string | null {
  return keyFile.ways.find((way) => way.kind === 'recovery-code')?.id ?? null;
}

/** The key file with this passphrase in place of any before. */
export function withPassphrase(keyFile: KeyFile, key: StoreKey, passphrase: string): Promise<KeyFile> {
  return withSecret(keyFile, key, 'passphrase', passphrase);
}

/** The key file with this recovery code in place of any before, which then opens nothing. */
export function withRecoveryCode(keyFile: KeyFile, key: StoreKey, code: RecoveryCode): Promise<KeyFile> {
  return withSecret(keyFile, key, 'recovery-code', code);
}

/**
 * The key file with a way through this computer's key store in place of any before.
 * Throws KEY_STORE_UNAVAILABLE, or KEY_STORE_FAILED where it does not give back what it was given.
 */
export async function withKeyStore(keyFile: KeyFile, key: StoreKey, keyStore: KeyStore | null): Promise<KeyFile> {
  const available = await availableKeyStore(keyStore);
  const id = randomUUID();
  const wrappingKey = randomBytes(wrappingKeyBytes);
  const encrypted = await fromKeyStore(available.encrypt(wrappingKey));
  const wrapped = wrapKey(key, wrappingKey, boundTo(keyFile, 'key-store', id));
  wrappingKey.fill(0);
  const changed = withWay(keyFile, { kind: 'key-store', id, ...wrapped, encrypted: encrypted.toString('hex') });
  await unwrapWithKeyStore(changed, available);
  return changed;
}

/** The key file without that way; without the last one left it cannot be written. */
export function withoutWay(keyFile: KeyFile, kind: WayKind): KeyFile {
  return { ...keyFile, ways: keyFile.ways.filter((way) => way.kind !== kind) };
}

/** Throws NO_SUCH_WAY or WRONG_PASSPHRASE. */
export async function unwrapWithPassphrase(keyFile: KeyFile, passphrase: string): Promise<StoreKey> {
  const key = await unwrapWithSecret(keyFile, wayOf(keyFile, 'passphrase'), passphrase);
  if (key === null) throw new UserError('WRONG_PASSPHRASE');
  return key;
}

/** Takes the code as it was typed. Throws NO_SUCH_WAY or WRONG_RECOVERY_CODE. */
export async function unwrapWithRecoveryCode(keyFile: KeyFile, typed: string): Promise<StoreKey> {
  const way = wayOf(keyFile, 'recovery-code');
  const code = normaliseRecoveryCode(typed);
  const key = code === null ? null : await unwrapWithSecret(keyFile, way, code);
  if (key === null) throw new UserError('WRONG_RECOVERY_CODE');
  return key;
}

/** Throws NO_SUCH_WAY, KEY_STORE_UNAVAILABLE or KEY_STORE_FAILED. */
export async function unwrapWithKeyStore(keyFile: KeyFile, keyStore: KeyStore | null): Promise<UnwrappedByKeyStore> {
  const way = wayOf(keyFile, 'key-store');
  const available = await availableKeyStore(keyStore);
  const decrypted = await fromKeyStore(available.decrypt(Buffer.from(way.encrypted, 'hex')));
  const { secret: wrappingKey, shouldBeEncryptedAnew } = decrypted;
  if (wrappingKey.length !== wrappingKeyBytes) throw new OperationalError('KEY_STORE_FAILED');
  const key = unwrapKey(way, wrappingKey, boundTo(keyFile, way.kind, way.id), keyFile.cipher);
  wrappingKey.fill(0);
  if (key === null) throw new OperationalError('KEY_STORE_FAILED');
  return { key, shouldBeWrappedAnew: shouldBeEncryptedAnew };
}

async function withSecret(
  keyFile: KeyFile,
  key: StoreKey,
  kind: 'passphrase' | 'recovery-code',
  secret: string,
): Promise<KeyFile> {
  const id = randomUUID();
  const stretch = newStretch();
  const wrappingKey = await stretchSecret(secret, stretch);
  const wrapped = wrapKey(key, wrappingKey, boundTo(keyFile, kind, id));
  wrappingKey.fill(0);
  return withWay(keyFile, { kind, id, ...wrapped, stretch });
}

async function unwrapWithSecret(
  keyFile: KeyFile,
  way: WayOf<'passphrase'> | WayOf<'recovery-code'>,
  secret: string,
): Promise<StoreKey | null> {
  const wrappingKey = await stretchSecret(secret, way.stretch);
  const key = unwrapKey(way, wrappingKey, boundTo(keyFile, way.kind, way.id), keyFile.cipher);
  wrappingKey.fill(0);
  return key;
}

/** A wrapped key is only good in its own place: not in another store's file, nor as another way. */
function boundTo(keyFile: KeyFile, kind: WayKind, id: string): string {
  return JSON.stringify(['steward-key', keyFile.storeId, kind, id]);
}

function withWay(keyFile: KeyFile, way: Way): KeyFile {
  return { ...keyFile, ways: [...withoutWay(keyFile, way.kind).ways, way] };
}

function wayOf<Kind extends WayKind>(keyFile: KeyFile, kind: Kind): WayOf<Kind> {
  const way = keyFile.ways.find((candidate): candidate is WayOf<Kind> => candidate.kind === kind);
  if (!way) throw new UserError('NO_SUCH_WAY');
  return way;
}

async function availableKeyStore(keyStore: KeyStore | null): Promise<KeyStore> {
  if (keyStore && (await keyStore.isAvailable())) return keyStore;
  throw new OperationalError('KEY_STORE_UNAVAILABLE');
}

async function fromKeyStore<Answered extends Buffer | Decrypted>(answer: Promise<Answered>): Promise<Answered> {
  try {
    return await answer;
  } catch (error) {
    throw new OperationalError('KEY_STORE_FAILED', undefined, { cause: error });
  }
}
