import { execFileSync } from 'node:child_process';
import { chmodSync, closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished, type TestContext } from 'vitest';
import { temporaryFolder } from './temporary-folder';

const isRoot = process.getuid?.() === 0;

/** A file system of its own with that much room, or a skipped test with a printed reason where none can be had. */
export async function smallDisk(context: TestContext, kibibytes: number): Promise<string> {
  const folder = await temporaryFolder();
  if (process.platform !== 'linux' || !isRoot) {
    return skip(context, 'a disk of a given size can be made only in Linux, by root');
  }
  mountTmpfs(context, folder, kibibytes);
  return folder;
}

/** Fills the disk that the folder lies on to its last byte. */
export function fillDisk(folder: string): void {
  const filler = openSync(join(folder, 'filler'), 'w');
  try {
    for (const piece of [Buffer.alloc(65_536), Buffer.alloc(512), Buffer.alloc(1)]) {
      while (hasRoomFor(filler, piece));
    }
  } finally {
    closeSync(filler);
  }
}

/** Makes a folder unwritable even for root, or skips the test with a printed reason. Call `prepare` for what is in it. */
export async function readOnlyFolder(
  context: TestContext,
  prepare: (folder: string) => void = () => {},
): Promise<string> {
  const folder = await temporaryFolder();
  if (process.platform === 'win32') return skip(context, 'a read-only folder cannot be made by its mode in Windows');
  if (isRoot) {
    if (process.platform !== 'linux')
      return skip(context, 'root writes in every folder; run the tests as another user');
    mountTmpfs(context, folder, 4096);
    prepare(folder);
    execFileSync('mount', ['-o', 'remount,ro', folder]);
    return folder;
  }
  prepare(folder);
  chmodSync(folder, 0o500);
  onTestFinished(() => chmodSync(folder, 0o700));
  return folder;
}

function mountTmpfs(context: TestContext, folder: string, kibibytes: number): void {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kibibytes}k,mode=0700`, 'tmpfs', folder], { stdio: 'pipe' });
  } catch {
    skip(context, 'this system does not let root mount a tmpfs');
  }
  onTestFinished(() => {
    // Lazily, so that a test that failed with a file open leaves no mount behind.
    execFileSync('umount', ['--lazy', folder]);
  });
}

function hasRoomFor(file: number, piece: Buffer): boolean {
  try {
    return writeSync(file, piece) === piece.length;
  } catch {
    return false;
  }
}

function skip(context: TestContext, reason: string): never {
  console.log(`Skipped "${context.task.name}": ${reason}.`);
  return context.skip(reason);
}
