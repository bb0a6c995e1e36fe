import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createKeyFile, type KeyFile, readKeyFile, writeKeyFile } from '../../../../src-main/store/key/key-file';
import {
  unwrapWithKeyStore,
  unwrapWithPassphrase,
  unwrapWithRecoveryCode,
  withoutWay,
} from '../../../../src-main/store/key/key-ways';
import { fillDisk, readOnlyFolder, smallDisk } from '../../../support/real-disks';
import { SecondProcess } from '../../../support/second-process';
import { temporaryFolder } from '../../../support/temporary-folder';
import { rejectionOf, thrownBy } from '../../../support/thrown-by';
import { passphrase, sampleKeyFile } from './sample-key-file';

// Made once: a value that no test can change.
const { key, code, keyStore, keyFile } = await sampleKeyFile();

async function keyPath(): Promise<string> {
  return join(await temporaryFolder(), 'steward.key');
}

/** What somebody would write who changes the file on purpose: the checksum fits. */
function writeWithChecksum(path: string, content: Record<string, unknown>): void {
  const checksum = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  writeFileSync(path, JSON.stringify({ ...content, checksum }));
}

function contentOf(changed: KeyFile): Record<string, unknown> {
  const { storeId, cipher, ways } = changed;
  return { format: 'steward-key', version: 2, storeId, cipher, ways };
}

test('what is written is read, and every way still opens', async () => {
  const path = await keyPath();
  writeKeyFile(path, keyFile);
  const read = readKeyFile(path);
  expect(read).toEqual(keyFile);
  expect((await unwrapWithPassphrase(read, passphrase)).equals(key)).toBe(true);
  expect((await unwrapWithRecoveryCode(read, code)).equals(key)).toBe(true);
  expect((await unwrapWithKeyStore(read, keyStore)).key.equals(key)).toBe(true);
});

test('it is readable for this user alone, replaced as a whole, and nothing else stays in the folder', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'steward.key');
  writeKeyFile(path, keyFile);
  writeFileSync(`${path}.new`, 'what a crash left');
  writeKeyFile(path, withoutWay(keyFile, 'passphrase'));
  expect(readKeyFile(path)).toEqual(withoutWay(keyFile, 'passphrase'));
  expect(readdirSync(folder)).toEqual(['steward.key']);
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('the format on the disk stays what version 2 promised', async () => {
  const path = await keyPath();
  writeKeyFile(path, keyFile);
  const written = JSON.parse(readFileSync(path, 'utf8'));
  expect(Object.keys(written)).toEqual(['format', 'version', 'storeId', 'cipher', 'ways', 'checksum']);
  expect(written).toMatchObject({
    format: 'steward-key',
    version: 2,
    cipher: 'aegis',
    ways: [
      { kind: 'recovery-code', stretch: { memoryKiB: 65_536, passes: 3, lanes: 4 } },
      { kind: 'passphrase', stretch: { memoryKiB: 65_536, passes: 3, lanes: 4 } },
      { kind: 'key-store', encrypted: expect.stringMatching(/^[0-9a-f]+$/) },
    ],
  });
  writeWithChecksum(path, contentOf(keyFile));
  expect(readKeyFile(path)).toEqual(keyFile);
});

test('a file of version 1 is of a store with the cipher of that time, and stays one of version 1', async () => {
  const path = await keyPath();
  const { storeId, ways } = keyFile;
  const first = { format: 'steward-key', version: 1, storeId, ways };
  writeWithChecksum(path, first);
  const read = readKeyFile(path);
  expect(read).toEqual({ storeId, cipher: 'chacha20', ways });
  const opened = await unwrapWithPassphrase(read, passphrase);
  expect(opened.cipher).toBe('chacha20');
  expect(opened.equals(key)).toBe(true);
  writeKeyFile(path, read);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject(first);
  expect(readKeyFile(path)).toEqual(read);
});

test('a file without any way is never written', async () => {
  const path = await keyPath();
  writeKeyFile(path, keyFile);
  expect(() => writeKeyFile(path, createKeyFile())).toThrow();
  expect(readKeyFile(path)).toEqual(keyFile);
});

test('a missing file', async () => {
  const path = await keyPath();
  expect(thrownBy(() => readKeyFile(path))).toMatchObject({ code: 'KEY_FILE_MISSING', params: { file: path } });
  writeFileSync(path, 'a file where a folder should be');
  const below = join(path, 'steward.key');
  expect(thrownBy(() => readKeyFile(below))).toMatchObject({ code: 'KEY_FILE_MISSING', params: { file: below } });
});

test('what is no key file at all', async () => {
  const path = await keyPath();
  const contents = ['', '{}', 'null', '[]', '"text"', '{"format":"steward-key"}', '\0'.repeat(100), 'x'.repeat(70_000)];
  for (const content of contents) {
    writeFileSync(path, content);
    expect(thrownBy(() => readKeyFile(path))).toMatchObject({ code: 'KEY_FILE_DAMAGED', params: { file: path } });
  }
  const folder = join(await temporaryFolder(), 'steward.key');
  mkdirSync(folder);
  expect(thrownBy(() => readKeyFile(folder))).toMatchObject({ code: 'KEY_FILE_DAMAGED' });
});

test('a file cut off anywhere is damaged', async () => {
  const path = await keyPath();
  writeKeyFile(path, keyFile);
  // Without its last line break it is still whole.
  for (let length = statSync(path).size - 2; length >= 0; length -= 1) {
    truncateSync(path, length);
    expect(thrownBy(() => readKeyFile(path))).toMatchObject({ code: 'KEY_FILE_DAMAGED' });
  }
});

test('one flipped bit anywhere is found, or is in white space and changes nothing', async () => {
  const path = await keyPath();
  writeKeyFile(path, keyFile);
  const whole = readFileSync(path);
  let unchanged = 0;
  for (let position = 0; position < whole.length; position += 1) {
    for (const flip of [0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0xff]) {
      const changed = Buffer.from(whole);
      changed.writeUInt8(changed.readUInt8(position) ^ flip, position);
      writeFileSync(path, changed);
      const outcome = outcomeOf(() => readKeyFile(path));
      if ('value' in outcome) {
        expect(outcome.value).toEqual(keyFile);
        unchanged += 1;
      } else {
        expect(outcome.error).toMatchObject({
          name: 'OperationalError',
          code: 'KEY_FILE_DAMAGED',
          params: { file: path },
        });
      }
    }
  }
  expect(unchanged).toBeLessThan(whole.length / 10);
}, 60_000);

test('one flipped bit anywhere in a wrapped key, its checksum made to fit, opens nothing', async () => {
  const path = await keyPath();
  const way = keyFile.ways.find(({ kind }) => kind === 'key-store');
  if (way?.kind !== 'key-store') throw new Error('The sample has no key store.');
  for (const member of ['nonce', 'sealed', 'encrypted'] as const) {
    const whole = Buffer.from(way[member], 'hex');
    for (let bit = 0; bit < whole.length * 8; bit += 1) {
      const changed = Buffer.from(whole);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      writeWithChecksum(path, contentOf({ ...keyFile, ways: [{ ...way, [member]: changed.toString('hex') }] }));
      const read = readKeyFile(path);
      expect(await rejectionOf(unwrapWithKeyStore(read, keyStore))).toMatchObject({ code: 'KEY_STORE_FAILED' });
    }
  }
});

test('a changed salt, count or wrapped key behind a passphrase, its checksum made to fit, opens nothing', async () => {
  const path = await keyPath();
  const way = keyFile.ways.find(({ kind }) => kind === 'passphrase');
  if (way?.kind !== 'passphrase') throw new Error('The sample has no passphrase.');
  const zeros = (text: string) => '0'.repeat(text.length);
  const changes = [
    { ...way, sealed: zeros(way.sealed) },
    { ...way, nonce: zeros(way.nonce) },
    { ...way, stretch: { ...way.stretch, salt: zeros(way.stretch.salt) } },
    { ...way, stretch: { ...way.stretch, passes: 2 } },
    { ...way, stretch: { ...way.stretch, memoryKiB: 19_456 } },
    { ...way, stretch: { ...way.stretch, lanes: 1 } },
  ];
  for (const changed of changes) {
    writeWithChecksum(path, contentOf({ ...keyFile, ways: [changed] }));
    expect(await rejectionOf(unwrapWithPassphrase(readKeyFile(path), passphrase))).toMatchObject({
      code: 'WRONG_PASSPHRASE',
    });
  }
});

test('a shape that is no version’s, its checksum made to fit, is damaged', async () => {
  const path = await keyPath();
  const content = contentOf(keyFile);
  const [way] = keyFile.ways;
  if (way?.kind !== 'recovery-code') throw new Error('The sample does not begin with its recovery code.');
  const withStretch = (stretch: Record<string, unknown>) => [{ ...way, stretch: { ...way.stretch, ...stretch } }];
  const shapes: Record<string, unknown>[] = [
    { ...content, version: 0 },
    { ...content, version: 1 },
    { ...content, version: '2' },
    { ...content, cipher: 'none' },
    { ...content, cipher: undefined },
    { ...content, version: null },
    { ...content, storeId: 'mine' },
    { ...content, more: 1 },
    { ...content, ways: [] },
    { ...content, ways: {} },
    { ...content, ways: [way, way] },
    { ...content, ways: [{ ...way, kind: 'clear-text' }] },
    { ...content, ways: [{ ...way, sealed: '' }] },
    { ...content, ways: [{ ...way, nonce: way.nonce.slice(2) }] },
    { ...content, ways: [{ ...way, more: 1 }] },
    { ...content, ways: withStretch({ memoryKiB: 4_194_304 }) },
    { ...content, ways: withStretch({ memoryKiB: 8 }) },
    { ...content, ways: withStretch({ passes: 0 }) },
    { ...content, ways: withStretch({ passes: 1_000_000 }) },
    { ...content, ways: withStretch({ passes: 2.5 }) },
    { ...content, ways: withStretch({ lanes: 255 }) },
    { ...content, ways: withStretch({ salt: '' }) },
  ];
  for (const shape of shapes) {
    writeWithChecksum(path, shape);
    expect(
      thrownBy(() => readKeyFile(path)),
      JSON.stringify(shape),
    ).toMatchObject({ code: 'KEY_FILE_DAMAGED' });
  }
});

test('a file of a newer version says so, whatever else is in it', async () => {
  const path = await keyPath();
  writeWithChecksum(path, { format: 'steward-key', version: 3, doors: [{ kind: 'fingerprint' }] });
  expect(thrownBy(() => readKeyFile(path))).toMatchObject({ code: 'KEY_FILE_NEWER', params: { file: path } });
});

test('on a full disk the file stays as it was', async (context) => {
  const folder = await smallDisk(context, 64);
  const path = join(folder, 'steward.key');
  writeKeyFile(path, keyFile);
  const before = readFileSync(path);
  fillDisk(folder);
  expect(thrownBy(() => writeKeyFile(path, withoutWay(keyFile, 'passphrase')))).toMatchObject({ code: 'DISK_FULL' });
  expect(readFileSync(path)).toEqual(before);
  expect(readdirSync(folder).sort()).toEqual(['filler', 'steward.key']);
});

test('in a read-only folder the file stays as it was', async (context) => {
  const folder = await readOnlyFolder(context, (empty) => {
    writeKeyFile(join(empty, 'steward.key'), keyFile);
    writeFileSync(join(empty, 'steward.key.new'), 'what a crash left');
  });
  const path = join(folder, 'steward.key');
  expect(thrownBy(() => writeKeyFile(path, withoutWay(keyFile, 'passphrase')))).toMatchObject({
    code: 'FOLDER_READ_ONLY',
    params: { folder },
  });
  expect(readKeyFile(path)).toEqual(keyFile);
});

test('killed while it is replaced over and over, it is always one or the other', async () => {
  const path = await keyPath();
  const source = await keyPath();
  writeKeyFile(path, keyFile);
  writeKeyFile(source, keyFile);
  const either = [keyFile, withoutWay(keyFile, 'passphrase')];
  for (let round = 0; round < 5; round += 1) {
    const other = new SecondProcess(new URL('./rewrite-key-file.ts', import.meta.url), [path, source]);
    // It says so after every tenth writing, so that each round is killed at another moment of one.
    for (let line = 0; line <= round; line += 1) expect(await other.nextLine()).toBe('written');
    await other.kill();
    expect(either).toContainEqual(readKeyFile(path));
  }
});

function outcomeOf<Value>(act: () => Value): { value: Value } | { error: unknown } {
  try {
    return { value: act() };
  } catch (error) {
    return { error };
  }
}
