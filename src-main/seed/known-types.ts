import { fold } from '../store/fold';
import type { Transaction } from '../store/write-gate';
import { type SeededField, type SeededType, seededTypes } from './profile-types';
import { Choice, type Random } from './random';

/** A profile type as it is in the store. */
export interface KnownType {
  readonly id: number;
  readonly fields: readonly (SeededField & { readonly id: number; readonly publicId: string })[];
}

/** Adds the profile types of made-up people, but for those whose name the office has already: these keep their fields. */
export async function addSeededTypes(tx: Transaction, now: number, random: Random): Promise<Choice<KnownType>> {
  const known: [KnownType, number][] = [];
  for (const type of seededTypes) known.push([await knownType(tx, type, now, random), type.share]);
  return new Choice(known);
}

async function knownType(tx: Transaction, type: SeededType, now: number, random: Random): Promise<KnownType> {
  const { manager } = tx;
  const nameFolded = fold(type.name);
  const there = await manager.query<{ id: number }[]>('SELECT id FROM profile_type WHERE name_folded = ?', [
    nameFolded,
  ]);
  const existing = there[0]?.id;
  if (existing !== undefined) return { id: existing, fields: await fieldsOf(tx, existing, type) };
  await manager.query(
    `INSERT INTO profile_type (public_id, version, name, name_folded, color, is_archived, created_at, updated_at)
     VALUES (?, 1, ?, ?, ?, 0, ?, ?)`,
    [random.publicId(), type.name, nameFolded, type.color, now, now],
  );
  const [added] = await manager.query<{ id: number }[]>('SELECT max(id) AS id FROM profile_type');
  const id = added?.id ?? 0;
  for (const [position, field] of type.fields.entries()) {
    await manager.query(
      `INSERT INTO profile_field (public_id, type_id, label, kind, is_required, choices, position, is_former)
       VALUES (?, ?, ?, ?, ?, ?, ?, 0)`,
      [
        random.publicId(),
        id,
        field.label,
        field.kind,
        Number(field.isRequired),
        JSON.stringify(field.choices),
        position,
      ],
    );
  }
  return { id, fields: await fieldsOf(tx, id, type) };
}

/** Those of the type's fields that made-up people have something to say to. */
async function fieldsOf({ manager }: Transaction, typeId: number, { fields }: SeededType) {
  const rows = await manager.query<{ id: number; publicId: string; label: string; kind: string }[]>(
    `SELECT id, public_id AS publicId, label, kind FROM profile_field
     WHERE type_id = ? AND is_former = 0 AND is_removed = 0 ORDER BY position`,
    [typeId],
  );
  return rows.flatMap(({ id, publicId, label, kind }) => {
    const field = fields.find((one) => one.label === label && one.kind === kind);
    return field ? [{ ...field, id, publicId }] : [];
  });
}
