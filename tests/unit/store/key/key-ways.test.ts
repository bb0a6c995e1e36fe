import { inspect } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createKeyFile, type KeyFile, type Way } from '../../../../src-main/store/key/key-file';
import type { Decrypted } from '../../../../src-main/store/key/key-store';
import {
  hasWay,
  recoveryWayId,
  unwrapWithKeyStore,
  unwrapWithPassphrase,
  unwrapWithRecoveryCode,
  withKeyStore,
  withoutWay,
  withPassphrase,
  withRecoveryCode,
} from '../../../../src-main/store/key/key-ways';
import { generateRecoveryCode } from '../../../../src-main/store/key/recovery-code';
import { StoreKey } from '../../../../src-main/store/key/store-key';
import { rejectionOf } from '../../../support/thrown-by';
import { MemoryKeyStore, passphrase, sampleKeyFile } from './sample-key-file';

test('each way gives back the same key', async () => {
  const { key, code, keyStore, keyFile } = await sampleKeyFile();
  expect((await unwrapWithPassphrase(keyFile, passphrase)).equals(key)).toBe(true);
  expect((await unwrapWithRecoveryCode(keyFile, code)).equals(key)).toBe(true);
  expect((await unwrapWithRecoveryCode(keyFile, code.toLowerCase().replaceAll('-', ' '))).equals(key)).toBe(true);
  expect((await unwrapWithKeyStore(keyFile, keyStore)).key.equals(key)).toBe(true);
});

test('the key, the passphrase and the code are nowhere in what is kept', async () => {
  const { key, code, keyFile } = await sampleKeyFile();
  const kept = JSON.stringify(keyFile);
  const secrets = [key.copyBytes().toString('hex'), key.copyBytes().toString('base64'), passphrase, code];
  for (const secret of secrets) {
    expect(kept).not.toContain(secret);
    expect(kept).not.toContain(Buffer.from(secret).toString('hex'));
  }
});

test('a wrong passphrase or code is refused, and the error does not repeat it', async () => {
  const { keyFile, code } = await sampleKeyFile();
  const wrongCode = generateRecoveryCode();
  const nearlyRight = 'seven copper kettles whistlinG';
  const refusals: [string, string, () => Promise<unknown>][] = [
    ['WRONG_PASSPHRASE', nearlyRight, () => unwrapWithPassphrase(keyFile, nearlyRight)],
    ['WRONG_PASSPHRASE', code, () => unwrapWithPassphrase(keyFile, code)],
    ['WRONG_RECOVERY_CODE', wrongCode, () => unwrapWithRecoveryCode(keyFile, wrongCode)],
    ['WRONG_RECOVERY_CODE', 'no code at all', () => unwrapWithRecoveryCode(keyFile, 'no code at all')],
    ['WRONG_RECOVERY_CODE', passphrase, () => unwrapWithRecoveryCode(keyFile, passphrase)],
  ];
  for (const [expected, typed, ask] of refusals) {
    const error = await rejectionOf(ask());
    expect(error).toMatchObject({ name: 'UserError', code: expected });
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(typed);
  }
  expect(await rejectionOf(unwrapWithPassphrase(keyFile, ''))).toMatchObject({ code: 'WRONG_PASSPHRASE' });
});

test('a passphrase is the same however its characters are composed', async () => {
  const key = StoreKey.generate();
  const keyFile = await withPassphrase(createKeyFile(), key, 'fünf Äpfel für Zoë ﬁnden');
  expect((await unwrapWithPassphrase(keyFile, 'fu\u0308nf A\u0308pfel fu\u0308r Zoe\u0308 finden')).equals(key)).toBe(
    true,
  );
});

test('any text can be a passphrase and opens again', async () => {
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 128 }), fc.string({ unit: 'grapheme', maxLength: 64 }));
  await fc.assert(
    fc.asyncProperty(text, async (typed) => {
      const key = StoreKey.generate();
      const keyFile = await withPassphrase(createKeyFile(), key, typed);
      expect((await unwrapWithPassphrase(keyFile, typed)).equals(key)).toBe(true);
      expect(await rejectionOf(unwrapWithPassphrase(keyFile, `${typed}x`))).toMatchObject({ code: 'WRONG_PASSPHRASE' });
    }),
    { numRuns: 12 },
  );
}, 60_000);

test('a way that is not there is said to be not there', async () => {
  const { keyFile, code, keyStore } = await sampleKeyFile();
  const expected = { name: 'UserError', code: 'NO_SUCH_WAY' };
  const withoutAny = createKeyFile();
  expect(await rejectionOf(unwrapWithPassphrase(withoutWay(keyFile, 'passphrase'), passphrase))).toMatchObject(
    expected,
  );
  expect(await rejectionOf(unwrapWithRecoveryCode(withoutWay(keyFile, 'recovery-code'), code))).toMatchObject(expected);
  expect(await rejectionOf(unwrapWithKeyStore(withoutWay(keyFile, 'key-store'), keyStore))).toMatchObject(expected);
  expect(await rejectionOf(unwrapWithKeyStore(withoutAny, null))).toMatchObject(expected);
  expect(recoveryWayId(withoutAny)).toBeNull();
});

test('ways can be looked up, replaced and taken away without touching the others or the value before', async () => {
  const { key, code, keyStore, keyFile } = await sampleKeyFile();
  const before = structuredClone(keyFile);
  const newCode = generateRecoveryCode();
  const changed = withoutWay(await withRecoveryCode(keyFile, key, newCode), 'passphrase');
  expect(keyFile).toEqual(before);
  expect(changed.storeId).toBe(keyFile.storeId);
  expect(['passphrase', 'recovery-code', 'key-store'].map((kind) => hasWay(changed, kind as Way['kind']))).toEqual([
    false,
    true,
    true,
  ]);
  expect(recoveryWayId(changed)).not.toBe(recoveryWayId(keyFile));
  expect((await unwrapWithRecoveryCode(changed, newCode)).equals(key)).toBe(true);
  expect(await rejectionOf(unwrapWithRecoveryCode(changed, code))).toMatchObject({ code: 'WRONG_RECOVERY_CODE' });
  expect((await unwrapWithKeyStore(changed, keyStore)).key.equals(key)).toBe(true);

  const rephrased = await withPassphrase(keyFile, key, 'another phrase of four');
  expect(rephrased.ways).toHaveLength(3);
  expect(await rejectionOf(unwrapWithPassphrase(rephrased, passphrase))).toMatchObject({ code: 'WRONG_PASSPHRASE' });
});

test('wrapping the same key by the same passphrase twice gives nothing that is alike', async () => {
  const key = StoreKey.generate();
  const empty = createKeyFile();
  const [first] = (await withPassphrase(empty, key, passphrase)).ways;
  const [second] = (await withPassphrase(empty, key, passphrase)).ways;
  for (const member of ['id', 'nonce', 'sealed'] as const) expect(first?.[member]).not.toBe(second?.[member]);
  expect(createKeyFile().storeId).not.toBe(empty.storeId);
});

test('a key store that is missing, unavailable or of another computer', async () => {
  const { key, keyStore, keyFile } = await sampleKeyFile();
  keyStore.isUsable = false;
  for (const absent of [null, keyStore]) {
    const expected = { name: 'OperationalError', code: 'KEY_STORE_UNAVAILABLE' };
    expect(await rejectionOf(unwrapWithKeyStore(keyFile, absent))).toMatchObject(expected);
    expect(await rejectionOf(withKeyStore(keyFile, key, absent))).toMatchObject(expected);
  }
  expect(await rejectionOf(unwrapWithKeyStore(keyFile, new MemoryKeyStore()))).toMatchObject({
    name: 'OperationalError',
    code: 'KEY_STORE_FAILED',
  });
});

test('a key store with a newer key gives back the key, and asks for it to be wrapped anew', async () => {
  const { key, keyStore, keyFile } = await sampleKeyFile();
  expect(await unwrapWithKeyStore(keyFile, keyStore)).toMatchObject({ shouldBeWrappedAnew: false });
  keyStore.isRotated = true;
  const unwrapped = await unwrapWithKeyStore(keyFile, keyStore);
  expect(unwrapped.key.equals(key)).toBe(true);
  expect(unwrapped.shouldBeWrappedAnew).toBe(true);
});

test('a key store that breaks or gives back something else is found out at once', async () => {
  const { key, keyFile } = await sampleKeyFile();
  class Breaking extends MemoryKeyStore {
    override async encrypt(): Promise<Buffer> {
      throw new Error('The key ring is locked.');
    }
  }
  class Forgetful extends MemoryKeyStore {
    override async decrypt(): Promise<Decrypted> {
      return { secret: Buffer.alloc(32), shouldBeEncryptedAnew: false };
    }
  }
  class Short extends MemoryKeyStore {
    override async decrypt(encrypted: Buffer): Promise<Decrypted> {
      const { secret, ...rest } = await super.decrypt(encrypted);
      return { secret: secret.subarray(0, 16), ...rest };
    }
  }
  for (const keyStore of [new Breaking(), new Forgetful(), new Short()]) {
    expect(await rejectionOf(withKeyStore(keyFile, key, keyStore))).toMatchObject({ code: 'KEY_STORE_FAILED' });
  }
});

test('a wrapped key is good for nothing outside its own place', async () => {
  const { code, keyStore, keyFile } = await sampleKeyFile();
  const moved: [string, KeyFile][] = [
    ['another store', { ...keyFile, storeId: createKeyFile().storeId }],
    ['another way', { ...keyFile, ways: keyFile.ways.map((way) => ({ ...way, id: createKeyFile().storeId })) }],
    ['another kind', { ...keyFile, ways: keyFile.ways.map(disguised) }],
  ];
  for (const [place, changed] of moved) {
    expect(await rejectionOf(unwrapWithPassphrase(changed, passphrase)), place).toMatchObject({
      code: 'WRONG_PASSPHRASE',
    });
    expect(await rejectionOf(unwrapWithRecoveryCode(changed, code)), place).toMatchObject({
      code: 'WRONG_RECOVERY_CODE',
    });
    if (place === 'another kind') {
      expect(await rejectionOf(unwrapWithPassphrase(changed, code)), place).toMatchObject({ code: 'WRONG_PASSPHRASE' });
    } else {
      expect(await rejectionOf(unwrapWithKeyStore(changed, keyStore)), place).toMatchObject({
        code: 'KEY_STORE_FAILED',
      });
    }
  }
});

function disguised(way: Way): Way {
  if (way.kind === 'passphrase') return { ...way, kind: 'recovery-code' };
  if (way.kind === 'recovery-code') return { ...way, kind: 'passphrase' };
  return way;
}
