import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A permission for authorized users that the office has added, for use outside of Steward. */
@Entity('delegate_permission')
export class OfficePermission {
  @PrimaryColumn({ type: 'integer', generated: 'increment' })
  id!: number;

  @Column({ type: 'text', name: 'public_id' })
  publicId!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  label!: string;

  @Column({ type: 'text', name: 'label_folded' })
  labelFolded!: string;

  @Column({ type: 'text', name: 'group_label' })
  groupLabel!: string;

  @Column({ type: 'text' })
  explanation!: string;

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
