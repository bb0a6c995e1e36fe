import type { RecordedValue } from '../../../src-shared/contract/activity';

/** A changed field, before and after. */
export interface Change {
  readonly field: string;
  readonly before: RecordedValue;
  readonly after: RecordedValue;
}

/** A record's fields as they stand in the activity. */
export type Recordable = Readonly<Record<string, RecordedValue>>;

/** The fields in which two states of a record differ; `before` is null for a new record, `after` for a deleted one. */
export function changesBetween(before: Recordable | null, after: Recordable | null): Change[] {
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...fields]
    .map((field) => ({ field, before: before?.[field] ?? null, after: after?.[field] ?? null }))
    .filter((change) => !isSame(change.before, change.after));
}

function isSame(one: RecordedValue, other: RecordedValue): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

interface Payload {
  readonly label: string;
  readonly changes: readonly Change[];
  readonly reason: string | null;
  readonly identityVerifiedBy: string | null;
}

const nothing: Payload = { label: '', changes: [], reason: null, identityVerifiedBy: null };

/** The payload as it was written; of one that was blanked by a deletion for good, what is left: nothing. */
export function readPayload(payload: string | null): Payload {
  // What an older version wrote has fewer fields.
  return payload === null ? nothing : { ...nothing, ...(JSON.parse(payload) as Partial<Payload>) };
}
