import { beforeEach, describe, expect, it } from 'vitest';
import { Desktop } from './support/desktop';

const elsewhere = [
  'https://example.org/',
  'http://127.0.0.1:8080/',
  'file:///etc/passwd',
  'data:text/html,hello',
  'blob:app://steward/0b5f',
  'about:blank',
  'javascript:alert(1)',
  'app://other/',
  'app://steward:80/',
  'app://steward.example.org/',
  'no address at all',
];

const shared = Desktop.shared();
let desktop: Desktop;
let window: number;

beforeEach(() => {
  ({ desktop, window } = shared());
});

describe('a call', () => {
  const channel = 'steward:call';
  const stateCall = ['session.state', {}];

  it('is answered when it comes from the page', async () => {
    const answer = await desktop.do('invoke', { window, sender: 'main frame', channel, args: stateCall });
    expect(answer).toMatchObject({ ok: true, data: { state: 'no-office', host: 'desktop' } });
  });

  it.each(['sub-frame', 'no frame', 'destroyed frame'] as const)('is refused from a %s', async (sender) => {
    const answer = await desktop.do('invoke', { window, sender, channel, args: stateCall });
    expect(answer).toMatchObject({ ok: false, error: { code: 'REQUEST_REFUSED' } });
  });

  it.each(['https://example.org', 'http://steward', 'app://other', 'app://steward:80', 'file://', 'null'])(
    'is refused from the origin %s',
    async (origin) => {
      const answer = await desktop.do('invoke', { window, sender: { origin }, channel, args: stateCall });
      expect(answer).toMatchObject({ ok: false, error: { code: 'REQUEST_REFUSED' } });
    },
  );

  it.each([[[]], [[null, {}]], [[{}, {}]], [[['session.state'], {}]], [['no.such']], [['__proto__', {}]]])(
    'of nothing that can be called is an answer too: %j',
    async (args) => {
      const answer = await desktop.do('invoke', { window, sender: 'main frame', channel, args });
      expect(answer).toMatchObject({ ok: false, error: { code: 'UNKNOWN_PROCEDURE' } });
    },
  );
});

describe('a page', () => {
  it.each(elsewhere)('does not go to %s', async (url) => {
    for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect'] as const) {
      const { isRefused } = await desktop.do('navigate', { window, event, url, isMainFrame: true });
      expect(isRefused, event).toBe(true);
    }
  });

  it('may load itself again, but in no frame', async () => {
    for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect'] as const) {
      const url = 'app://steward/staff';
      expect(await desktop.do('navigate', { window, event, url, isMainFrame: true })).toEqual({ isRefused: false });
      expect(await desktop.do('navigate', { window, event, url, isMainFrame: false })).toEqual({ isRefused: true });
    }
  });

  it.each([...elsewhere, 'app://steward/'])('opens no window for %s', async (url) => {
    expect(await desktop.do('openWindow', { window, url })).toEqual({ action: 'deny' });
    expect(await desktop.windows()).toEqual([window]);
  });

  it('attaches no webview', async () => {
    expect(await desktop.do('attachWebview', { window })).toEqual({ isRefused: true });
  });

  it('downloads nothing', async () => {
    for (const download of await desktop.do('download')) expect(download).toEqual({ isRefused: true });
  });

  it('reaches no device, and no network past its session', async () => {
    for (const isGranted of await desktop.do('device')) expect(isGranted).toBe(false);
    expect(await desktop.do('windows')).toMatchObject([{ webRtcPolicy: 'disable_non_proxied_udp' }]);
  });

  it.each([...elsewhere, 'ws://127.0.0.1/', 'devtools://devtools/bundled/inspector.html'])(
    'loads nothing from %s',
    async (url) => {
      for (const isCancelled of await desktop.do('isCancelled', { url })) expect(isCancelled).toBe(true);
    },
  );
});

describe('a permission', () => {
  const refused = { isGrantedOnCheck: false, isGrantedOnRequest: false };
  const granted = { isGrantedOnCheck: true, isGrantedOnRequest: true };

  it('is granted to our page for copying text', async () => {
    const answers = await desktop.do('permission', {
      permission: 'clipboard-sanitized-write',
      origin: 'app://steward',
    });
    expect(answers.length).toBeGreaterThanOrEqual(2);
    for (const answer of answers) expect(answer).toEqual(granted);
  });

  it.each(['https://example.org', 'app://other', 'file://', 'null'])('is not granted to %s', async (origin) => {
    const answers = await desktop.do('permission', { permission: 'clipboard-sanitized-write', origin });
    for (const answer of answers) expect(answer).toEqual(refused);
  });

  it.each([
    'clipboard-read',
    'deprecated-sync-clipboard-read',
    'display-capture',
    'fileSystem',
    'fullscreen',
    'geolocation',
    'hid',
    'idle-detection',
    'local-fonts',
    'local-network-access',
    'media',
    'midi',
    'notifications',
    'openExternal',
    'pointerLock',
    'serial',
    'storage-access',
    'usb',
    'window-management',
    'unknown',
  ] as const)('is not granted for %s', async (permission) => {
    const answers = await desktop.do('permission', { permission, origin: 'app://steward' });
    for (const answer of answers) expect(answer).toEqual(refused);
  });
});

describe('a link to outside', () => {
  const opened = async () => (await desktop.do('journal')).openedOutside;

  it('opens a web page after the person has said so', async () => {
    const url = 'https://www.example.org/help?topic=sign-in#top';
    await desktop.do('openWindow', { window, url });
    await expect.poll(async () => (await desktop.do('journal')).messageBoxes.at(-1)?.detail).toBe(url);
    expect(await opened()).not.toContain(url);

    await desktop.do('pressNext', { button: 0 });
    await desktop.do('openWindow', { window, url });
    await expect.poll(opened).toContain(url);
  });

  it('opens a message to one address', async () => {
    await desktop.do('openWindow', { window, url: 'mailto:olga.petrenko@example.com' });
    await expect.poll(opened).toContain('mailto:olga.petrenko@example.com');
  });

  it.each([
    'http://example.org/',
    'https://user:password@example.org/',
    'https://example.org:8443/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://localhost/',
    'https://printer/',
    `https://example.org/${'a'.repeat(2000)}`,
    'mailto:olga@example.com?attach=/etc/passwd',
    'mailto:olga@example.com?subject=hello',
    'mailto:olga@example.com,igor@example.com',
    'mailto:nobody',
    'file:///etc/passwd',
    'smb://server/share',
    'ms-settings:privacy',
    'javascript:alert(1)',
    'app://steward/',
  ])('does not open %s', async (url) => {
    const before = await desktop.do('journal');
    await desktop.do('pressNext', { button: 0 });
    await desktop.do('openWindow', { window, url });
    expect(await desktop.do('journal')).toEqual(before);
  });
});
