import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseState } from '../../../src-shared/contract/sign-up-cases';

/** A sign-up: whether an account is let in with its first profile, or a profile that was added later. */
@Entity('sign_up_case')
export class SignUpCase {
  @PrimaryColumn({ type: 'integer', generated: 'increment' })
  id!: number;

  @Column({ type: 'text', name: 'public_id' })
  publicId!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  kind!: 'account' | 'profile';

  /** Null once the account is deleted for good: nothing is left then that says who it was. */
  @Column({ type: 'integer', name: 'account_id', nullable: true })
  accountId!: number | null;

  /** The profile that is decided on with the account, or by itself. */
  @Column({ type: 'integer', name: 'profile_id', nullable: true })
  profileId!: number | null;

  @Column({ type: 'integer', name: 'type_id', nullable: true })
  typeId!: number | null;

  @Column({ type: 'text' })
  state!: CaseState;

  @Column({ type: 'boolean', name: 'is_appeal' })
  isAppeal!: boolean;

  @Column({ type: 'boolean', name: 'has_appealed' })
  hasAppealed!: boolean;

  @Column({ type: 'text' })
  appeal!: string;

  @Column({ type: 'integer' })
  revision!: number;

  @Column({ type: 'integer', name: 'submitted_at' })
  submittedAt!: number;

  /** Since when it waits where it waits, or when it was decided: by this a part of the queue is sorted. */
  @Column({ type: 'integer' })
  since!: number;

  @Column({ type: 'integer', name: 'parked_until', nullable: true })
  parkedUntil!: number | null;

  /** The account of whoever looks into it, until the claim lapses. */
  @Column({ type: 'integer', name: 'claimed_by', nullable: true })
  claimedBy!: number | null;

  @Column({ type: 'integer', name: 'claimed_until', nullable: true })
  claimedUntil!: number | null;

  @Column({ type: 'integer', name: 'first_approval_by', nullable: true })
  firstApprovalBy!: number | null;

  @Column({ type: 'integer', name: 'first_approval_at', nullable: true })
  firstApprovalAt!: number | null;

  /** Null where a rule has decided. */
  @Column({ type: 'integer', name: 'decided_by', nullable: true })
  decidedBy!: number | null;

  /** What the rule says, such as `@example.org`. */
  @Column({ type: 'text', name: 'decided_rule', nullable: true })
  decidedRule!: string | null;

  @Column({ type: 'integer', name: 'decided_at', nullable: true })
  decidedAt!: number | null;

  /** Until then what was done last can be undone, and the person is not told of it. */
  @Column({ type: 'integer', name: 'effective_at', nullable: true })
  effectiveAt!: number | null;

  /** What undoing gives back: columns of this row as JSON. */
  @Column({ type: 'text', nullable: true })
  undo!: string | null;

  /** For the figures: the name of a template, or a word for what was written by hand. */
  @Column({ type: 'text', name: 'decision_reason' })
  decisionReason!: string;

  @Column({ type: 'text', name: 'internal_reason' })
  internalReason!: string;

  /** From being sent to being decided, in milliseconds. */
  @Column({ type: 'integer', nullable: true })
  waited!: number | null;

  /** When something takes effect by itself: an approval, or the end of being parked. */
  @Column({ type: 'integer', name: 'due_at', nullable: true })
  dueAt!: number | null;

  /** From then on what was rejected is to be deleted for good. */
  @Column({ type: 'integer', name: 'purge_at', nullable: true })
  purgeAt!: number | null;

  /** Of the e-mail, folded. */
  @Column({ type: 'text' })
  domain!: string;

  @Column({ type: 'boolean', name: 'has_duplicates' })
  hasDuplicates!: boolean;

  @Column({ type: 'boolean', name: 'is_in_trash' })
  isInTrash!: boolean;

  /** The account's own, kept up by triggers: never written from here. */
  @Column({ type: 'text', name: 'search_text', insert: true, update: false })
  searchText!: string;

  @Column({ type: 'integer', name: 'created_at' })
  createdAt!: number;
}
