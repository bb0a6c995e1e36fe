import { describe, expect, it } from 'vitest';
import { TestHost } from './support/test-host';

describe('the page over HTTP', () => {
  it('comes with its policy and a nonce of its own each time, at every address of a screen', async () => {
    const host = await TestHost.start();
    const nonces = new Set<string>();
    for (const path of ['/', '/staff', '/staff/new?tab=groups']) {
      const { status, headers, text } = await host.get(path);
      expect(status).toBe(200);
      const policy = String(headers['content-security-policy']);
      const nonce = /style-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
      expect(text).toBe(`<title>Steward</title><meta nonce="${nonce}">`);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });

  it('comes with its parts', async () => {
    const host = await TestHost.start();
    const part = await host.get('/assets/index-W1erjkBN.js');
    expect(part).toMatchObject({ status: 200, text: 'run()' });
    expect(part.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(part.headers['set-cookie']).toBeUndefined();
  });

  it.each([
    '/../secret.js',
    '/assets/../../secret.js',
    '/%2e%2e/secret.js',
    '/..%2fsecret.js',
    '/%2e%2e%2fsecret.js',
    '/%252e%252e%252fsecret.js',
    '/..%5csecret.js',
    '/..\\secret.js',
    '/assets/%00/../../secret.js',
    '//secret.js',
    '/%',
    '/staff//x',
  ])('is all there is: it says itself that %s is not found', async (path) => {
    const host = await TestHost.start();
    const { text, ...start } = await host.get('/');
    expect(start.status).toBe(200);
    const answer = await host.get(path);
    expect(answer.status).toBe(404);
    expect(withoutNonce(answer.text)).toBe(withoutNonce(text));
  });

  it('has no part that was not built', async () => {
    const host = await TestHost.start();
    expect(await host.get('/assets/nothing.js')).toMatchObject({ status: 404, text: 'Not found' });
  });
});

function withoutNonce(page: string): string {
  return page.replaceAll(/(nonce|content)="[^"]*"/g, '');
}
