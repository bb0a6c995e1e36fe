import { type ApplicationEvent, applicationEvent } from '../../src-shared/events';

/** Reads newline-delimited JSON events until the stream ends. Blank lines are heartbeats. */
export async function readEvents(
  body: ReadableStream<Uint8Array>,
  listener: (event: ApplicationEvent) => void,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const event = eventOf(line);
      if (event) listener(event);
    }
  }
}

function eventOf(line: string): ApplicationEvent | null {
  if (line.trim() === '') return null;
  const parsed = applicationEvent.safeParse(JSON.parse(line));
  return parsed.success ? parsed.data : null;
}
