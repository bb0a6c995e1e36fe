import type { Page } from '@playwright/test';

/** Everything that the window's scripts hold in memory, as text to search. */
async function memoryOf(page: Page): Promise<string> {
  const devTools = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  devTools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await devTools.send('HeapProfiler.collectGarbage');
  await devTools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await devTools.detach();
  return chunks.join('');
}

/** The texts in that memory with this one in them: what is still held, and a hint by whom. */
export async function heldTexts(page: Page, text: string): Promise<string[]> {
  // The engine keeps what a regular expression was last tried on, until the next one.
  await page.evaluate(() => /./.test('.'));
  const { strings } = JSON.parse(await memoryOf(page)) as { strings: string[] };
  return strings.filter((one) => one.includes(text)).map((one) => one.slice(0, 200));
}
