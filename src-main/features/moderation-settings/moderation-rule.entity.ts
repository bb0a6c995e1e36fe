import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Decides on sign-ups by their e-mail, without a moderator. */
@Entity('moderation_rule')
export class ModerationRule {
  @PrimaryColumn({ type: 'integer', generated: 'increment' })
  id!: number;

  @Column({ type: 'text', name: 'public_id' })
  publicId!: string;

  /** Folded, and without what the kind says: the `*.` of all domains below one. */
  @Column({ type: 'text' })
  pattern!: string;

  @Column({ type: 'text' })
  kind!: 'email' | 'domain' | 'subdomains';

  @Column({ type: 'text' })
  decision!: 'approve' | 'reject';

  @Column({ type: 'text' })
  note!: string;

  @Column({ type: 'integer', name: 'decided_count' })
  decidedCount!: number;

  @Column({ type: 'integer', name: 'created_at' })
  createdAt!: number;
}
