import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPage, type Page } from '../../../src-main/hosts/page/page';

const indexHtml = '<meta property="csp-nonce" nonce="%STYLE_NONCE%"><script nonce="%STYLE_NONCE%"></script>';

let folder: string;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'steward-page-'));
  const renderer = join(folder, 'renderer');
  await mkdir(join(renderer, 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.js'), 'secret');
  await mkdir(join(folder, 'outside'));
  await writeFile(join(folder, 'outside', 'key.js'), 'secret');
  await writeFile(join(renderer, 'index.html'), indexHtml);
  await writeFile(join(renderer, 'favicon.svg'), '<svg/>');
  await writeFile(join(renderer, 'assets', 'index-W1erjkBN.js'), 'run()');
  await writeFile(join(renderer, 'assets', 'inter.woff2'), 'font');
  await symlink(join(folder, 'secret.js'), join(renderer, 'assets', 'linked.js'));
  await symlink(join(folder, 'outside'), join(renderer, 'linked'));
  page = await loadPage(renderer);
});

afterAll(() => rm(folder, { recursive: true }));

const nonceOf = (headers: Readonly<Record<string, string>>) =>
  /'nonce-([^']+)'/.exec(headers['content-security-policy'] ?? '')?.[1];

describe('the page', () => {
  it.each(['/', '/index.html', '/staff', '/staff/q1w2e3/activity', '/settings/'])('is served at %s', (path) => {
    const { status, headers, body } = page.answer(path);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body.toString()).toBe(indexHtml.replaceAll('%STYLE_NONCE%', nonceOf(headers) ?? 'none'));
  });

  it('has another nonce each time', () => {
    const nonces = Array.from({ length: 100 }, () => nonceOf(page.answer('/').headers));
    expect(new Set(nonces).size).toBe(100);
    for (const nonce of nonces) expect(Buffer.from(nonce ?? '', 'base64')).toHaveLength(16);
  });

  it('allows itself nothing but what comes from its own host', () => {
    const { headers } = page.answer('/');
    expect(headers['content-security-policy']).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonceOf(headers)}'; img-src 'self'; ` +
        "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(headers['permissions-policy']).toMatch(/camera=\(\).*clipboard-write=\(self\)/);
  });

  it('comes with its parts, each by its own type', () => {
    expect(page.answer('/assets/index-W1erjkBN.js')).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
      },
      body: Buffer.from('run()'),
    });
    expect(page.answer('/assets/inter.woff2').headers).toMatchObject({
      'content-type': 'font/woff2',
      'cache-control': 'no-store',
    });
    expect(page.answer('/favicon.svg').headers['content-type']).toBe('image/svg+xml; charset=utf-8');
  });

  it.each(['/assets/missing.js', '/assets/linked.js', '/linked/key.js'])('is nowhere else: %j is not found', (path) => {
    const { status, body } = page.answer(path);
    expect(status).toBe(404);
    expect(body.toString()).toBe('Not found');
  });

  it.each([
    '/../secret.js',
    '/assets/../../secret.js',
    '/..%2fsecret.js',
    '/%2e%2e/secret.js',
    '/%2e%2e%2fsecret.js',
    '/%252e%252e%252fsecret.js',
    '/..%5csecret.js',
    '/..\\secret.js',
    '/assets/..%00/secret.js',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/../../etc/passwd',
    '//etc/passwd',
    '/./assets/index-W1erjkBN.js',
    '/%',
    '/%c0%ae%c0%ae/secret.js',
    'http://127.0.0.1/',
    'secret.js',
    '*',
    '',
  ])('answers %j with itself, to say that nothing is there', (path) => {
    const { status, headers, body } = page.answer(path);
    expect(status).toBe(404);
    expect(body.toString()).toBe(indexHtml.replaceAll('%STYLE_NONCE%', nonceOf(headers) ?? 'none'));
  });

  it('says so when it was never built', async () => {
    const missing = join(folder, 'nowhere');
    await expect(loadPage(missing)).rejects.toMatchObject({ name: 'OperationalError', code: 'PAGE_MISSING' });
    await expect(loadPage(missing)).rejects.toThrow(missing);
  });
});
