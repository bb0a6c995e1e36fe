import type { EntityManager } from 'typeorm';
import type { FieldValue, Profile, ProfileColor, ProfileFieldKind } from '../../../src-shared/contract/profiles';

export interface ProfileRow {
  readonly id: number;
  readonly publicId: string;
  readonly version: number;
  readonly accountId: number;
  readonly typePublicId: string;
  readonly name: string;
  readonly color: ProfileColor;
  readonly approval: Profile['approval'];
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** A field of a profile's type, and what the profile has in it. */
export interface ValueRow {
  readonly profileId: number;
  readonly fieldPublicId: string;
  readonly label: string;
  readonly kind: ProfileFieldKind;
  readonly isFormer: 0 | 1;
  readonly value: string | number | null;
}

export interface TypeOfAccountRow {
  readonly accountId: number;
  readonly typeId: string;
  readonly name: string;
  readonly color: ProfileColor;
}

/** The profiles of these accounts, by the name of their type. */
export function profilesOfAccounts(manager: EntityManager, accountIds: readonly number[]): Promise<ProfileRow[]> {
  return manager.query(
    `SELECT p.id, p.public_id AS publicId, p.version, p.account_id AS accountId, t.public_id AS typePublicId, t.name,
       t.color, p.approval, p.created_at AS createdAt, p.updated_at AS updatedAt
     FROM profile p JOIN profile_type t ON t.id = p.type_id
     WHERE p.account_id IN (${marks(accountIds)}) ORDER BY t.name_folded, p.id`,
    [...accountIds],
  );
}

/** For each profile of these accounts the fields of its type, former ones last and only where they have a value. */
export function valuesOfAccounts(manager: EntityManager, accountIds: readonly number[]): Promise<ValueRow[]> {
  return manager.query(
    `SELECT p.id AS profileId, f.public_id AS fieldPublicId, f.label, f.kind, f.is_former AS isFormer, v.value
     FROM profile p
     JOIN profile_field f ON f.type_id = p.type_id AND f.is_removed = 0
     LEFT JOIN profile_value v ON v.field_id = f.id AND v.profile_id = p.id
     WHERE p.account_id IN (${marks(accountIds)}) AND (f.is_former = 0 OR v.value IS NOT NULL)
     ORDER BY p.id, f.is_former, f.position, f.id`,
    [...accountIds],
  );
}

/** What these profiles say in the fields that their types still have. */
export function valuesOfProfiles(
  manager: EntityManager,
  ids: readonly number[],
): Promise<Pick<ValueRow, 'profileId' | 'label' | 'kind' | 'value'>[]> {
  return manager.query(
    `SELECT v.profile_id AS profileId, f.label, f.kind, v.value
     FROM profile_value v JOIN profile_field f ON f.id = v.field_id
     WHERE v.profile_id IN (${marks(ids)}) AND f.is_former = 0 AND f.is_removed = 0`,
    [...ids],
  );
}

/** Of which types the profiles of these accounts are. */
export function typesOfAccounts(manager: EntityManager, accountIds: readonly number[]): Promise<TypeOfAccountRow[]> {
  return manager.query(
    `SELECT p.account_id AS accountId, t.public_id AS typeId, t.name, t.color
     FROM profile p JOIN profile_type t ON t.id = p.type_id
     WHERE p.account_id IN (${marks(accountIds)}) ORDER BY t.name_folded, p.id`,
    [...accountIds],
  );
}

export async function writeValue(
  manager: EntityManager,
  at: { readonly profileId: number; readonly fieldId: number },
  value: FieldValue,
): Promise<void> {
  if (value === null) {
    await manager.query('DELETE FROM profile_value WHERE field_id = ? AND profile_id = ?', [at.fieldId, at.profileId]);
    return;
  }
  await manager.query(
    `INSERT INTO profile_value (field_id, profile_id, value) VALUES (?, ?, ?)
     ON CONFLICT (field_id, profile_id) DO UPDATE SET value = excluded.value`,
    [at.fieldId, at.profileId, typeof value === 'boolean' ? Number(value) : value],
  );
}

/** The value as the contract has it. */
export function readValue({ kind, value }: Pick<ValueRow, 'kind' | 'value'>): FieldValue {
  return kind === 'yes-no' && value !== null ? value === 1 : value;
}

function marks(ids: readonly number[]): string {
  return ids.map(() => '?').join(', ');
}
