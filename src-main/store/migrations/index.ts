import type { MigrationInterface } from 'typeorm';
import { FirstOffice1795200000000 } from './1795200000000-first-office';
import { Accounts1795300000000 } from './1795300000000-accounts';
import { AuthorizedUsers1795400000000 } from './1795400000000-authorized-users';
import { Moderation1796000000000 } from './1796000000000-moderation';

export type MigrationClass = new () => MigrationInterface;

/** Every migration, oldest first. One that has been shipped is never changed again. */
export const migrations: readonly MigrationClass[] = [
  FirstOffice1795200000000,
  Accounts1795300000000,
  AuthorizedUsers1795400000000,
  Moderation1796000000000,
];
