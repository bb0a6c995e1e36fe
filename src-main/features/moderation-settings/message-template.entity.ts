import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DecisionKind } from '../../../src-shared/contract/moderation-settings';

/** What the office writes to people again and again. */
@Entity('message_template')
export class MessageTemplate {
  @PrimaryColumn({ type: 'integer', generated: 'increment' })
  id!: number;

  @Column({ type: 'text', name: 'public_id' })
  publicId!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  decision!: DecisionKind;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', name: 'name_folded' })
  nameFolded!: string;

  /** With placeholders such as `{given name}`. */
  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'boolean', name: 'is_archived' })
  isArchived!: boolean;

  @Column({ type: 'integer', name: 'created_at' })
  createdAt!: number;

  @Column({ type: 'integer', name: 'updated_at' })
  updatedAt!: number;
}
