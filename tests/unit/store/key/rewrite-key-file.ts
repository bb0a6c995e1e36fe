import { readKeyFile, writeKeyFile } from '../../../../src-main/store/key/key-file';
import { withoutWay } from '../../../../src-main/store/key/key-ways';

/** Run as a process of its own: replaces the first file by the second, with and without its passphrase, until killed. */
const [replaced = '', source = ''] = process.argv.slice(2);
const whole = readKeyFile(source);
const reduced = withoutWay(whole, 'passphrase');

function rewrite(): void {
  for (let time = 0; time < 5; time += 1) {
    writeKeyFile(replaced, reduced);
    writeKeyFile(replaced, whole);
  }
  console.log('written');
  setImmediate(rewrite);
}

rewrite();
