import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CommandLine, defaultDataDir, readCommandLine } from '../../../src-main/hosts/options';

function optionsOf(line: CommandLine) {
  if (line.kind !== 'start') throw new Error(`The command line was refused: ${line.text}`);
  return line.options;
}

describe('the command line', () => {
  it('chooses for itself what nobody asked for', () => {
    const surroundings = { platform: 'linux', home: '/home/ann', environment: {} } as const;
    expect(optionsOf(readCommandLine([], { surroundings }))).toEqual({
      host: null,
      dataDir: '/home/ann/.local/share/steward',
      port: 0,
      passphraseFile: null,
      isDemo: false,
    });
  });

  it('takes every option, with a space or an equals sign', () => {
    const spaced = ['--host', 'browser', '--data-dir', 'office', '--port', '8080', '--passphrase-file', 'p', '--demo'];
    const joined = ['--host=browser', '--data-dir=office', '--port=8080', '--passphrase-file=p', '--demo'];
    const expected = {
      host: 'browser',
      dataDir: resolve('office'),
      port: 8080,
      passphraseFile: resolve('p'),
      isDemo: true,
    };
    expect(optionsOf(readCommandLine(spaced))).toEqual(expected);
    expect(optionsOf(readCommandLine(joined))).toEqual(expected);
  });

  it.each([
    [['--hots', 'browser'], 'Steward knows no option "--hots".'],
    [['-x'], 'Steward knows no option "-x".'],
    [['browser'], 'Steward knows no option "browser".'],
    [['--host', 'server'], 'The host "server" is neither "desktop" nor "browser".'],
    [['--host'], 'The option --host needs a value.'],
    [['--host='], 'The option --host needs a value.'],
    [['--data-dir', '--demo'], 'The option --data-dir needs a value.'],
    [['--demo=yes'], 'The option --demo takes no value.'],
    [['--port', '65536'], 'The port "65536" is not a whole number from 0 to 65535.'],
    [['--port=-1'], 'The port "-1" is not a whole number from 0 to 65535.'],
    [['--port', '8e1'], 'The port "8e1" is not a whole number from 0 to 65535.'],
    [['--port', '80.5'], 'The port "80.5" is not a whole number from 0 to 65535.'],
    [['--port', ' 80'], 'The port " 80" is not a whole number from 0 to 65535.'],
  ])('refuses %j in one sentence, with the usage', (args, sentence) => {
    const line = readCommandLine(args);
    expect(line).toMatchObject({ kind: 'exit', code: 2 });
    expect(line.kind === 'exit' && line.text.startsWith(`${sentence}\n\nUsage: `)).toBe(true);
  });

  it('prints its usage when asked, and that is no failure', () => {
    const line = readCommandLine(['--help']);
    expect(line).toMatchObject({ kind: 'exit', code: 0 });
    for (const option of ['--host', '--data-dir', '--port', '--passphrase-file', '--demo']) {
      expect(line.kind === 'exit' && line.text).toContain(option);
    }
  });

  it('passes over the switches of the desktop runtime, but not over bad values of our own', () => {
    const args = ['--no-sandbox', '--remote-debugging-port=0', '/app', '--', '--port=7'];
    expect(readCommandLine(args, { toleratesUnknown: true }).kind).toBe('start');
    expect(optionsOf(readCommandLine(['--inspect=0', '.', '--demo'], { toleratesUnknown: true })).isDemo).toBe(true);
    expect(readCommandLine(['--no-sandbox', '--port=x'], { toleratesUnknown: true }).kind).toBe('exit');
  });
});

describe('the default folder', () => {
  it.each([
    ['linux', {}, '/home/ann/.local/share/steward'],
    ['linux', { XDG_DATA_HOME: '/data/ann' }, '/data/ann/steward'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/ann/.local/share/steward'],
    ['darwin', {}, '/home/ann/Library/Application Support/Steward'],
    ['win32', { APPDATA: 'C:\\Users\\ann\\AppData\\Roaming' }, 'C:\\Users\\ann\\AppData\\Roaming\\Steward'],
  ] as const)('on %s with %j is %s', (platform, environment, folder) => {
    expect(defaultDataDir({ platform, home: '/home/ann', environment })).toBe(folder);
  });

  it('is below the home folder on a Windows that names no APPDATA', () => {
    const folder = defaultDataDir({ platform: 'win32', home: 'C:\\Users\\ann', environment: {} });
    expect(folder).toBe('C:\\Users\\ann\\AppData\\Roaming\\Steward');
  });
});
