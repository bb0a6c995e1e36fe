import { app } from './app';
import { commands } from './commands';
import { world } from './world';

/** What this process tells the test beside the answers to its commands. */
export type Told =
  | { readonly kind: 'settled' }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string };

function tell(told: Told): void {
  process.send?.(told);
}

/** The start is over when the first window can be seen, or when there will be none. */
const settled = () => tell({ kind: 'settled' });
world.events.once('shown', settled);
world.events.once('exit', settled);

process.on('message', async ({ id, name, input }: { id: number; name: keyof typeof commands; input: unknown }) => {
  try {
    const command = commands[name] as (input: unknown) => unknown;
    tell({ kind: 'answer', id, value: await command(input) });
  } catch (error) {
    tell({ kind: 'failure', id, message: String(error) });
  }
});

const entry = process.env.STEWARD_STAND_IN_ENTRY;
if (entry === undefined) throw new Error('Nothing says in STEWARD_STAND_IN_ENTRY what to run.');
await import(entry);
app.becomeReady();
