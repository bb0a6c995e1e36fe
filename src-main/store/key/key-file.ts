import { createHash, randomUUID } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { OperationalError } from '../../errors';
import { codeOf, fileErrorOf } from '../disk-errors';
import { replaceFile } from '../durable-file';
import { nonceBytes, sealedBytes } from './key-wrap';
import { type StoreCipher, storeCiphers } from './store-key';
import { stretchShape } from './stretch';

const format = 'steward-key';
/** The first version said nothing of a cipher: there was only one. */
const firstVersion = 1;
const version = 2;

/** Many times what three ways take: a longer file is none of ours and not worth reading. */
const longestFileBytes = 65_536;

const wayShape = {
  /** Random, new with every passphrase or code: tells one recovery code from the next. */
  id: z.uuid(),
  nonce: hexadecimal(nonceBytes),
  sealed: hexadecimal(sealedBytes),
};

const wayShapes = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('recovery-code'), ...wayShape, stretch: stretchShape }),
  z.strictObject({ kind: z.literal('passphrase'), ...wayShape, stretch: stretchShape }),
  z.strictObject({
    kind: z.literal('key-store'),
    ...wayShape,
    /** The wrapping key as the operating system's key store encrypted it. */
    encrypted: z.string().regex(/^(?:[0-9a-f]{2}){1,8192}$/),
  }),
]);

const common = {
  format: z.literal(format),
  storeId: z.uuid(),
  ways: z.array(wayShapes).min(1).refine(hasEachKindOnce),
};

const contentShape = z.discriminatedUnion('version', [
  z.strictObject({ ...common, version: z.literal(version), cipher: z.enum(storeCiphers) }),
  z
    .strictObject({ ...common, version: z.literal(firstVersion) })
    .transform((content) => ({ ...content, cipher: 'chacha20' as const })),
]);

/** One way to open the store: the key, wrapped by what this way asks for. */
export type Way = z.infer<typeof wayShapes>;
export type WayKind = Way['kind'];

/** What the key file says, as a value that never changes; key-ways.ts makes new ones from it. */
export interface KeyFile {
  /** Binds the wrapped keys to their store. */
  readonly storeId: string;
  /** What the store was made with. Not a secret: named wrongly, the store does not open. */
  readonly cipher: StoreCipher;
  readonly ways: readonly Way[];
}

/** For a new store; without a way yet, and therefore not to be written yet. */
export function createKeyFile(): KeyFile {
  return { storeId: randomUUID(), cipher: 'aegis', ways: [] };
}

/** Throws KEY_FILE_MISSING, KEY_FILE_DAMAGED, KEY_FILE_NEWER or FOLDER_READ_ONLY. */
export function readKeyFile(path: string): KeyFile {
  const text = readText(path);
  const content = checkedContent(text);
  if (content === null) throw new OperationalError('KEY_FILE_DAMAGED', { file: path });
  if (isFromNewerVersion(content)) throw new OperationalError('KEY_FILE_NEWER', { file: path });
  const parsed = contentShape.safeParse(content);
  if (!parsed.success) throw new OperationalError('KEY_FILE_DAMAGED', { file: path }, { cause: parsed.error });
  const { storeId, cipher, ways } = parsed.data;
  return { storeId, cipher, ways };
}

/**
 * Replaces the key file durably and at once, readable for this user alone; on failure it is as it was.
 * Throws FOLDER_READ_ONLY or DISK_FULL.
 */
export function writeKeyFile(path: string, keyFile: KeyFile): void {
  // Also refuses a file without a way, which would shut the store for good.
  const { storeId, cipher, ways } = keyFile;
  // A store from before is left as it is, so that the version of Steward that made it can still open it.
  const asBefore = { format, version: firstVersion, storeId, ways };
  const content = cipher === 'chacha20' ? asBefore : { format, version, storeId, cipher, ways };
  contentShape.parse(content);
  const text = JSON.stringify({ ...content, checksum: checksumOf(content) }, null, 2);
  try {
    replaceFile(path, `${text}\n`);
  } catch (error) {
    throw fileErrorOf(error, dirname(path)) ?? error;
  }
}

function readText(path: string): string {
  let file: number | null = null;
  try {
    file = openSync(path, 'r');
    if (fstatSync(file).size > longestFileBytes) throw new OperationalError('KEY_FILE_DAMAGED', { file: path });
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof OperationalError) throw error;
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new OperationalError('KEY_FILE_MISSING', { file: path });
    if (code === 'EISDIR' || code === 'EIO') {
      throw new OperationalError('KEY_FILE_DAMAGED', { file: path }, { cause: error });
    }
    throw fileErrorOf(error, dirname(path)) ?? error;
  } finally {
    if (file !== null) closeSync(file);
  }
}

/**
 * The file's content without its checksum, or null where the two do not fit or it is no JSON object.
 * The checksum finds decay, so that a damaged file is not mistaken for a wrong passphrase; it keeps nobody from
 * changing the file on purpose, which the tags of the wrapped keys do. It is made in the same manner in every version:
 * SHA-256 of the content as `JSON.stringify` writes it, in the file's own order and without the checksum.
 */
function checkedContent(text: string): Record<string, unknown> | null {
  const parsed = sealedShape.safeParse(parsedJson(text));
  if (!parsed.success) return null;
  const { checksum, ...content } = parsed.data;
  return checksum === checksumOf(content) ? content : null;
}

const sealedShape = z.looseObject({ format: z.literal(format), checksum: hexadecimal(32) });

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function checksumOf(content: Record<string, unknown>): string {
  return createHash('sha256').update(JSON.stringify(content), 'utf8').digest('hex');
}

function isFromNewerVersion(content: Record<string, unknown>): boolean {
  return typeof content.version === 'number' && content.version > version;
}

function hasEachKindOnce(ways: readonly { readonly kind: string }[]): boolean {
  return new Set(ways.map((way) => way.kind)).size === ways.length;
}

function hexadecimal(bytes: number) {
  return z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));
}
