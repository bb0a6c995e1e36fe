import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One role that an account plays. */
@Entity('profile')
export class Profile {
  @PrimaryColumn({ type: 'integer', generated: 'increment' })
  id!: number;

  @Column({ type: 'text', name: 'public_id' })
  publicId!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'integer', name: 'account_id' })
  accountId!: number;

  @Column({ type: 'integer', name: 'type_id' })
  typeId!: number;

  /** Whether a moderator has still to approve it. Nobody is kept from their account by it. */
  @Column({ type: 'text' })
  approval!: 'open' | 'awaiting-approval' | 'rejected';

  @Column({ type: 'integer', name: 'created_at' })
  createdAt!: number;

  @Column({ type: 'integer', name: 'updated_at' })
  updatedAt!: number;
}
