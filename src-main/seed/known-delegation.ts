import { delegatePermissions } from '../../src-shared/delegate-permissions';
import { fold } from '../store/fold';
import type { Transaction } from '../store/write-gate';
import { rareCategory, seededCategories, seededPermissions } from './delegation-words';
import { Choice, type Random } from './random';

/** The office's words for authorized users, as they are in the store. */
export interface KnownDelegation {
  readonly categories: Choice<number>;
  /** Steward's own among them. */
  readonly permissions: Choice<string>;
}

const rareShare = 0.001;

/** Adds the categories and permissions of made-up people, but for those whose name the office has already. */
export async function addSeededDelegation(tx: Transaction, now: number, random: Random): Promise<KnownDelegation> {
  const categories: number[] = [];
  for (const { name, isArchived = false } of seededCategories) {
    categories.push(await knownCategory(tx, name, isArchived, now, random));
  }
  const rare = await knownCategory(tx, rareCategory, false, now, random);
  const permissions: string[] = [];
  for (const permission of seededPermissions) permissions.push(await knownPermission(tx, permission, now, random));
  const common = Choice.zipfWeights(categories, 1);
  const all = common.reduce((sum, [, weight]) => sum + weight, 0);
  return {
    categories: new Choice([...common, [rare, all * rareShare]]),
    permissions: Choice.byZipf([...delegatePermissions, ...permissions], 1),
  };
}

async function knownCategory(
  { manager }: Transaction,
  name: string,
  isArchived: boolean,
  now: number,
  random: Random,
): Promise<number> {
  const nameFolded = fold(name);
  await manager.query(
    `INSERT INTO category (public_id, version, name, name_folded, position, is_archived, created_at, updated_at)
     VALUES (?, 1, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM category), ?, ?, ?) ON CONFLICT (name_folded) DO NOTHING`,
    [random.publicId(), name, nameFolded, Number(isArchived), now, now],
  );
  const [row] = await manager.query<{ id: number }[]>('SELECT id FROM category WHERE name_folded = ?', [nameFolded]);
  return row?.id ?? 0;
}

async function knownPermission(
  { manager }: Transaction,
  { label, group, explanation }: (typeof seededPermissions)[number],
  now: number,
  random: Random,
): Promise<string> {
  const labelFolded = fold(label);
  await manager.query(
    `INSERT INTO delegate_permission (public_id, version, label, label_folded, group_label, explanation, position,
       is_archived, created_at, updated_at)
     VALUES (?, 1, ?, ?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM delegate_permission), 0, ?, ?)
     ON CONFLICT (label_folded) DO NOTHING`,
    [random.publicId(), label, labelFolded, group, explanation, now, now],
  );
  const [row] = await manager.query<{ publicId: string }[]>(
    'SELECT public_id AS publicId FROM delegate_permission WHERE label_folded = ?',
    [labelFolded],
  );
  return row?.publicId ?? '';
}
