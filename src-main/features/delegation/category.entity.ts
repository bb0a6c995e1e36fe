import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What authorized users are filed under. */
@Entity('category')
export class Category {
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

  /** Its place in the office's order. */
  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'boolean', name: 'is_archived' })
  isArchived!: boolean;

  @Column({ type: 'integer', name: 'created_at' })
  createdAt!: number;

  @Column({ type: 'integer', name: 'updated_at' })
  updatedAt!: number;
}
