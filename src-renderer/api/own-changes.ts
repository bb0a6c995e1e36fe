interface Versioned {
  readonly id: string;
  readonly version: number;
}

const mostRemembered = 100;
const versions = new Map<string, number>();
let writesUnderWay = 0;

/** Does a write of this window, and remembers which version of a record came of it. */
export async function asOwnChange(write: () => Promise<unknown>): Promise<unknown> {
  writesUnderWay += 1;
  try {
    const answer = await write();
    for (const record of recordsIn(answer)) remember(record);
    return answer;
  } finally {
    writesUnderWay -= 1;
  }
}

/** Whether a record is as this window itself has made it, and not somebody else. */
export function isOwnChange({ id, version }: Versioned): boolean {
  // It may be read before the answer to the write is there.
  return writesUnderWay > 0 || versions.get(id) === version;
}

function remember({ id, version }: Versioned): void {
  versions.delete(id);
  versions.set(id, version);
  const [oldest] = versions.keys();
  if (versions.size > mostRemembered && oldest !== undefined) versions.delete(oldest);
}

/** The record that a write answers, or one that stands beside what else it answers. */
function recordsIn(answer: unknown): Versioned[] {
  if (typeof answer !== 'object' || answer === null) return [];
  return [answer, ...Object.values(answer)].filter(isVersioned);
}

function isVersioned(value: unknown): value is Versioned {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'version' in value &&
    typeof value.version === 'number'
  );
}
