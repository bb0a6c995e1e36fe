import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one office of this store, with its policies. */
@Entity('office')
export class Office {
  @PrimaryColumn({ type: 'integer' })
  id!: 1;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'integer', name: 'idle_lock_minutes' })
  idleLockMinutes!: number;

  @Column({ type: 'integer', name: 'reauthentication_minutes' })
  reauthenticationMinutes!: number;

  @Column({ type: 'integer', name: 'password_min_length' })
  passwordMinLength!: number;

  @Column({ type: 'integer', name: 'one_time_password_hours' })
  oneTimePasswordHours!: number;

  /** Days for which a deleted account can be restored. */
  @Column({ type: 'integer', name: 'trash_days' })
  trashDays!: number;

  /** Names typed at sign-in are remembered only as digests under this key: people type passwords there. */
  @Column({ type: 'blob', name: 'name_digest_key' })
  nameDigestKey!: Buffer;

  /** The recovery code that has set a superuser's password and may not do so again. */
  @Column({ type: 'text', name: 'used_recovery_way', nullable: true })
  usedRecoveryWay!: string | null;

  @Column({ type: 'integer', name: 'created_at' })
  createdAt!: number;

  @Column({ type: 'integer', name: 'updated_at' })
  updatedAt!: number;
}
