import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the office has decided about sign-ups with one type of profile. */
@Entity('moderation_type_policy')
export class ModerationTypePolicy {
  @PrimaryColumn({ type: 'integer', name: 'type_id' })
  typeId!: number;

  /** Can be chosen at registration. */
  @Column({ type: 'boolean', name: 'is_offered' })
  isOffered!: boolean;

  /** A profile of it that is added to an account later needs approval of its own. */
  @Column({ type: 'boolean', name: 'needs_approval' })
  needsApproval!: boolean;

  /** Two different moderators have to approve. */
  @Column({ type: 'boolean', name: 'needs_second_moderator' })
  needsSecondModerator!: boolean;
}
