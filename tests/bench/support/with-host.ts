import { Host } from '../../faults/support/host';

/** Does something with a browser host of its own on a folder, which ends in good order. */
export async function withHost(
  folder: { readonly dataDir: string; readonly passphraseFile: string },
  act: (address: URL) => Promise<void>,
): Promise<void> {
  const host = new Host(folder);
  try {
    await act(await host.ready());
    await host.stop();
  } finally {
    await host.kill();
  }
}
