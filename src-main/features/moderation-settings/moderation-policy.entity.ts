import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the office has decided about moderation. */
@Entity('moderation_policy')
export class ModerationPolicy {
  @PrimaryColumn({ type: 'integer' })
  id!: 1;

  @Column({ type: 'integer' })
  version!: number;

  /** Whether new people are held back until a moderator lets them in. */
  @Column({ type: 'boolean', name: 'is_on' })
  isOn!: boolean;

  @Column({ type: 'boolean', name: 'is_registration_open' })
  isRegistrationOpen!: boolean;

  @Column({ type: 'integer', name: 'reminder_days' })
  reminderDays!: number;

  @Column({ type: 'integer', name: 'claim_minutes' })
  claimMinutes!: number;

  @Column({ type: 'integer', name: 'rejected_retention_days' })
  rejectedRetentionDays!: number;

  @Column({ type: 'integer', name: 'updated_at' })
  updatedAt!: number;
}
