import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person who may act for an account: contact only, or with a login. */
@Entity('authorized_user')
export class AuthorizedUser {
  @PrimaryColumn({ type: 'integer', generated: 'increment' })
  id!: number;

  @Column({ type: 'text', name: 'public_id' })
  publicId!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'integer', name: 'account_id' })
  accountId!: number;

  @Column({ type: 'text', name: 'given_name' })
  givenName!: string;

  @Column({ type: 'text', name: 'family_name' })
  familyName!: string;

  /** Family name before given name: lists are sorted by it. */
  @Column({ type: 'text', name: 'name_folded' })
  nameFolded!: string;

  @Column({ type: 'text' })
  email!: string;

  @Column({ type: 'text', name: 'email_folded' })
  emailFolded!: string;

  @Column({ type: 'text' })
  phone!: string;

  @Column({ type: 'text', name: 'phone_digits' })
  phoneDigits!: string;

  @Column({ type: 'text' })
  role!: string;

  @Column({ type: 'integer', name: 'category_id', nullable: true })
  categoryId!: number | null;

  /** Kept while the login is switched off, so that its username stays reserved. */
  @Column({ type: 'integer', name: 'login_id', nullable: true })
  loginId!: number | null;

  @Column({ type: 'boolean', name: 'is_login_enabled' })
  isLoginEnabled!: boolean;

  /** The login's name where it is theirs alone, for searching. */
  @Column({ type: 'text', name: 'username_folded' })
  usernameFolded!: string;

  @Column({ type: 'text', name: 'recovery_email' })
  recoveryEmail!: string;

  /** Counted up to end every session in which the person acts for this account. */
  @Column({ type: 'integer' })
  epoch!: number;

  @Column({ type: 'integer', name: 'last_sign_in_at', nullable: true })
  lastSignInAt!: number | null;

  @Column({ type: 'integer', name: 'deleted_at', nullable: true })
  deletedAt!: number | null;

  /** From then on who is in the trash counts as purged. */
  @Column({ type: 'integer', name: 'purge_at', nullable: true })
  purgeAt!: number | null;

  @Column({ type: 'integer', name: 'created_at' })
  createdAt!: number;

  @Column({ type: 'integer', name: 'updated_at' })
  updatedAt!: number;
}
