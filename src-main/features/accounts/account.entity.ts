import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('account')
export class Account {
  @PrimaryColumn({ type: 'integer', generated: 'increment' })
  id!: number;

  @Column({ type: 'text', name: 'public_id' })
  publicId!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  email!: string;

  @Column({ type: 'text', name: 'email_folded' })
  emailFolded!: string;

  @Column({ type: 'text', name: 'given_name' })
  givenName!: string;

  @Column({ type: 'text', name: 'family_name' })
  familyName!: string;

  /** Family name before given name: lists are sorted by it. */
  @Column({ type: 'text', name: 'name_folded' })
  nameFolded!: string;

  @Column({ type: 'text' })
  phone!: string;

  /** The digits of the phone alone, by which it is searched and compared. */
  @Column({ type: 'text', name: 'phone_digits' })
  phoneDigits!: string;

  @Column({ type: 'text' })
  notes!: string;

  @Column({ type: 'boolean', name: 'is_active' })
  isActive!: boolean;

  @Column({ type: 'boolean', name: 'is_staff' })
  isStaff!: boolean;

  @Column({ type: 'boolean', name: 'is_superuser' })
  isSuperuser!: boolean;

  @Column({ type: 'text' })
  access!: 'open' | 'awaiting-approval';

  @Column({ type: 'integer', name: 'login_id' })
  loginId!: number;

  /** The login's own, kept up by a trigger so that lists can be walked by it: never written from here. */
  @Column({ type: 'boolean', name: 'must_change_password', insert: false, update: false })
  mustChangePassword!: boolean;

  @Column({ type: 'integer', name: 'last_sign_in_at', nullable: true })
  lastSignInAt!: number | null;

  @Column({ type: 'integer', name: 'deleted_at', nullable: true })
  deletedAt!: number | null;

  /** From then on an account in the trash counts as purged. */
  @Column({ type: 'integer', name: 'purge_at', nullable: true })
  purgeAt!: number | null;

  @Column({ type: 'integer', name: 'created_at' })
  createdAt!: number;

  @Column({ type: 'integer', name: 'updated_at' })
  updatedAt!: number;
}
