import { type KeyFile, readKeyFile } from './key-file';

/**
 * One change of the key file at a time. Wrapping a key takes a while, and of two changes that began with the same
 * file the later one would undo the earlier without a word.
 */
export class KeyFileTurns {
  readonly path: string;
  #tail: Promise<unknown> = Promise.resolve();

  constructor(path: string) {
    this.path = path;
  }

  /** The file as it is now. Throws KEY_FILE_MISSING, KEY_FILE_DAMAGED or KEY_FILE_NEWER. */
  read(): KeyFile {
    return readKeyFile(this.path);
  }

  /** Runs `work` with the file as it is when its turn comes; the next one waits until it has ended. */
  take<T>(work: (keyFile: KeyFile) => Promise<T>): Promise<T> {
    const turn = this.#tail.then(() => work(this.read()));
    this.#tail = turn.catch(() => undefined);
    return turn;
  }
}
