import type { Stretch } from '../../calendar';
import type { Sql } from '../../store/sql';
import type { Store } from '../../store/store';

interface OfDay {
  /** Null where nothing was decided. */
  readonly approved: number | null;
  readonly rejected: number | null;
}

interface ByModerator {
  /** Null for rules. */
  readonly decidedBy: number | null;
  readonly state: 'approved' | 'rejected';
  readonly count: number;
}

interface ByReason {
  readonly reason: string;
  readonly count: number;
}

/** What was decided in a stretch of time, along one index in a reader thread. */
const decided = `sign_up_case INDEXED BY sign_up_case_figures
  WHERE decided_at >= ? AND decided_at < ? AND state IN ('approved', 'rejected')`;

/** In the order of the days. */
export async function decidedByDay(store: Store, days: readonly Stretch[]): Promise<OfDay[]> {
  const stretches = days.map(({ from, before }) => ({ from, before }));
  // Added up stretch by stretch, since grouping would sort all of them.
  const rows = await all<{ counts: string }>(store, {
    sql: `SELECT (SELECT json_object('approved', sum(c.state = 'approved'), 'rejected', sum(c.state = 'rejected'))
                  FROM sign_up_case c INDEXED BY sign_up_case_figures
                  WHERE c.decided_at >= d.value ->> 'from' AND c.decided_at < d.value ->> 'before') AS counts
          FROM json_each(?) d ORDER BY d.key`,
    params: [JSON.stringify(stretches)],
  });
  return rows.map(({ counts }) => JSON.parse(counts) as OfDay);
}

export function decidedByModerator(store: Store, { from, before }: Pick<Stretch, 'from' | 'before'>) {
  return all<ByModerator>(store, {
    sql: `SELECT decided_by AS decidedBy, state, count(*) AS count FROM ${decided} GROUP BY decided_by, state`,
    params: [from, before],
  });
}

export function rejectionReasons(store: Store, { from, before }: Pick<Stretch, 'from' | 'before'>, limit: number) {
  return all<ByReason>(store, {
    sql: `SELECT decision_reason AS reason, count(*) AS count FROM ${decided} AND state = 'rejected'
          GROUP BY decision_reason ORDER BY count DESC, reason LIMIT ?`,
    params: [from, before, limit],
  });
}

/** In the middle of all waiting times, in milliseconds; null where nothing was decided by somebody. */
export async function medianWait(store: Store, { from, before }: Pick<Stretch, 'from' | 'before'>) {
  const [row] = await all<{ waited: number }>(store, {
    // Rules decide at once, which says nothing of how long people wait.
    sql: `WITH w AS MATERIALIZED (SELECT waited FROM ${decided} AND decided_by IS NOT NULL AND waited IS NOT NULL)
          SELECT waited FROM w ORDER BY waited LIMIT 1 OFFSET (SELECT (count(*) - 1) / 2 FROM w)`,
    params: [from, before],
  });
  return row?.waited ?? null;
}

function all<Row>({ readers }: Store, { sql, params }: Sql): Promise<Row[]> {
  return readers.all<Row>(sql, params);
}
