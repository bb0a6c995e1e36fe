import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A named set of staff permissions. */
@Entity('staff_group')
export class StaffGroup {
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
  description!: string;

  @Column({ type: 'integer', name: 'created_at' })
  createdAt!: number;

  @Column({ type: 'integer', name: 'updated_at' })
  updatedAt!: number;
}
