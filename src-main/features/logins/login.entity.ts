import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A way to sign in. An account and an authorized user each have one of their own. */
@Entity('login')
export class Login {
  @PrimaryColumn({ type: 'integer', generated: 'increment' })
  id!: number;

  @Column({ type: 'text', name: 'public_id' })
  publicId!: string;

  /** An account's e-mail, or an authorized user's username. */
  @Column({ type: 'text', name: 'sign_in_name' })
  signInName!: string;

  @Column({ type: 'text', name: 'sign_in_name_folded' })
  signInNameFolded!: string;

  @Column({ type: 'text', name: 'password_hash' })
  passwordHash!: string;

  @Column({ type: 'integer', name: 'password_set_at' })
  passwordSetAt!: number;

  @Column({ type: 'boolean', name: 'must_change_password' })
  mustChangePassword!: boolean;

  /** When a password that somebody else has set stops letting its owner in. */
  @Column({ type: 'integer', name: 'password_expires_at', nullable: true })
  passwordExpiresAt!: number | null;

  /** Counted up to end every session that was begun before. */
  @Column({ type: 'integer' })
  epoch!: number;

  @Column({ type: 'integer', name: 'created_at' })
  createdAt!: number;
}
