import { fold } from '../store/fold';
import type { Transaction } from '../store/write-gate';
import { rejectionReasons, ruledDomains } from './moderation-words';
import { Choice, type Random } from './random';

/** By whom and by what made-up sign-ups are decided. */
export interface KnownModeration {
  /** Ids of their accounts, the busiest first. */
  readonly moderators: Choice<number>;
  readonly reasons: Choice<{ readonly name: string; readonly text: string }>;
  /** For how long what was rejected is kept, in milliseconds. */
  readonly retention: number;
  ruleOf(email: string): { readonly label: string; readonly decision: 'approve' | 'reject' } | null;
}

const mostModerators = 12;
const day = 24 * 60 * 60_000;

/** Lets some of the staff moderate, and adds the rules and the templates that made-up sign-ups are decided by. */
export async function addSeededModeration(tx: Transaction, now: number, random: Random): Promise<KnownModeration> {
  const rules = new Map(ruledDomains.map(({ domain, decision }) => [domain, { label: `@${domain}`, decision }]));
  await addRules(tx, now, random);
  await addTemplates(tx, now, random);
  const [policy] = await tx.manager.query<{ days: number }[]>(
    'SELECT rejected_retention_days AS days FROM moderation_policy',
  );
  return {
    moderators: Choice.byZipf(await moderators(tx)),
    reasons: Choice.byZipf(rejectionReasons),
    retention: (policy?.days ?? 0) * day,
    ruleOf: (email) => rules.get(email.slice(email.indexOf('@') + 1)) ?? null,
  };
}

async function addRules({ manager }: Transaction, now: number, random: Random): Promise<void> {
  for (const { domain, decision } of ruledDomains) {
    await manager.query(
      `INSERT INTO moderation_rule (public_id, pattern, kind, decision, note, decided_count, created_at)
       VALUES (?, ?, 'domain', ?, '', 0, ?) ON CONFLICT DO NOTHING`,
      [random.publicId(), domain, decision, now],
    );
  }
}

async function addTemplates({ manager }: Transaction, now: number, random: Random): Promise<void> {
  for (const { name, text } of rejectionReasons) {
    if (text === '') continue;
    await manager.query(
      `INSERT INTO message_template (public_id, version, decision, name, name_folded, text, is_archived, created_at,
         updated_at) VALUES (?, 1, 'reject', ?, ?, ?, 0, ?, ?) ON CONFLICT DO NOTHING`,
      [random.publicId(), name, fold(name), text, now, now],
    );
  }
}

async function moderators({ manager }: Transaction): Promise<number[]> {
  const rows = await manager.query<{ id: number }[]>(
    'SELECT id FROM account WHERE is_staff = 1 AND is_active = 1 AND +deleted_at IS NULL ORDER BY id LIMIT ?',
    [mostModerators],
  );
  for (const { id } of rows) {
    await manager.query(
      `INSERT INTO account_permission (account_id, permission) VALUES (?, 'moderation.decide') ON CONFLICT DO NOTHING`,
      [id],
    );
  }
  return rows.map(({ id }) => id);
}
