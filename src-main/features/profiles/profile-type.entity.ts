import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProfileColor } from '../../../src-shared/contract/profiles';

/** A kind of role that accounts can play, such as Seller. */
@Entity('profile_type')
export class ProfileType {
  @PrimaryColumn({ type: 'integer', generated: 'increment' })
  id!: number;

  @Column({ type: 'text', name: 'public_id' })
  publicId!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', name: 'name_folded' })
  nameFolded!: string;

  @Column({ type: 'text' })
  color!: ProfileColor;

  @Column({ type: 'boolean', name: 'is_archived' })
  isArchived!: boolean;

  @Column({ type: 'integer', name: 'created_at' })
  createdAt!: number;

  @Column({ type: 'integer', name: 'updated_at' })
  updatedAt!: number;
}
