interface Versioned {
  readonly id: string;
  readonly version: number;
}

const mostRemembered = 100;
const versions = new Map<string, number>();
/** Each by the record that it names, if it names one. */
const writesUnderWay: (string | null)[] = [];

/** Does a write of this window, and remembers which version of a record came of it. */
export async function asOwnChange(write: () => Promise<unknown>, input: unknown = null): Promise<unknown> {
  const target = targetOf(input);
  writesUnderWay.push(target);
  try {
    const answer = await write();
    for (const record of recordsIn(answer)) remember(record);
    return answer;
  } finally {
    writesUnderWay.splice(writesUnderWay.indexOf(target), 1);
  }
}

/** Whether a record is as this window itself has made it, and not somebody else. */
export function isOwnChange({ id, version }: Versioned): boolean {
  // It may be read before the answer to the write is there.
  return writesUnderWay.length > 0 || versions.get(id) === version;
}

/** The same of a record that each of its writes names: what becomes of it during the write of another is not one's own. */
export function isOwnChangeByName({ id, version }: Versioned): boolean {
  return writesUnderWay.includes(id) || versions.get(id) === version;
}

function targetOf(input: unknown): string | null {
  return typeof input === 'object' && input !== null && 'id' in input && typeof input.id === 'string' ? input.id : null;
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
