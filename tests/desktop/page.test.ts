import { describe, expect, it } from 'vitest';
import { Desktop } from './support/desktop';

const shared = Desktop.shared();

function load(url: string, method?: string) {
  const { desktop, window } = shared();
  return desktop.do('load', { window, url, method });
}

describe('the page on app://steward', () => {
  it('comes with a policy that allows nothing but what is its own', async () => {
    const { status, headers, body } = await load('app://steward/');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    const policy = headers['content-security-policy'] ?? '';
    for (const directive of [
      "default-src 'none'",
      "script-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]) {
      expect(policy.split('; ')).toContain(directive);
    }
    expect(policy).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');

    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
    expect(body).toContain(nonce);
    expect(body).not.toContain('%STYLE_NONCE%');
    expect((await load('app://steward/')).headers['content-security-policy']).not.toBe(policy);
  });

  it('is there at the address of every screen', async () => {
    expect((await load('app://steward/staff/new?from=list')).headers['content-type']).toBe('text/html; charset=utf-8');
  });

  it('serves its own files', async () => {
    const { body } = await load('app://steward/');
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(body)?.[1];
    const { status, headers } = await load(`app://steward${script}`);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
  });

  it.each([
    '/../main/desktop.js',
    '/%2e%2e/main/desktop.js',
    '/..%2fmain%2fdesktop.js',
    '/%2e%2e%2fmain%2fdesktop.js',
    '/assets/..%2f..%2fmain/desktop.js',
    '/assets/..%5c..%5cmain%5cdesktop.js',
    '/%252e%252e%252fmain/desktop.js',
    '//etc/passwd.txt',
    '/%2fetc/passwd.txt',
    '/index.html%00.js',
    '/%ff.js',
    '/C:%5Cwindows%5Cwin.ini',
  ])('does not reach outside its folder by %s', async (path) => {
    const { status, body } = await load(`app://steward${path}`);
    expect(status).toBe(404);
    expect(body).not.toContain('import');
  });

  it('answers no other host and no other method', async () => {
    await expect(load('app://other/')).rejects.toThrow('ERR_BLOCKED_BY_CLIENT');
    expect((await load('app://steward/', 'POST')).status).toBe(404);
  });
});
