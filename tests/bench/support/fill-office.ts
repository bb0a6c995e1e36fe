import { AccountsService } from '../../../src-main/features/accounts/accounts.service';
import { appendEntry } from '../../../src-main/features/activity/activity.repository';
import { LoginsService } from '../../../src-main/features/logins/logins.service';
import { entities } from '../../../src-main/services';
import { dataFolder } from '../../../src-main/store/folder';
import { readKeyFile } from '../../../src-main/store/key/key-file';
import { unwrapWithPassphrase } from '../../../src-main/store/key/key-ways';
import { openStore } from '../../../src-main/store/open-store';
import type { Transaction } from '../../../src-main/store/write-gate';
import { activityActs } from '../../../src-shared/activity';
import { passphrase, readerThread } from './bench-office';

const givenNames = ['Amélie', 'Björn', 'Chiara', 'Daniyar', 'Eszter', 'Fionn', 'Grażyna', 'Hakim', 'Ilse', 'Jürgen'];
const familyNames = ['Rousseau', 'Håkansson', "Dell'Acqua", 'Seitkali', 'Nagy', "O'Sullivan", 'Wiśniewska', 'Müller'];

/** What the office is filled with. */
export const rows = { staff: 500, entries: 20_000 };

/** Fills an office that nobody has open: staff whose password nobody knows, and entries of the activity about them. */
export async function fillOffice(dataDir: string): Promise<void> {
  const { office } = dataFolder(dataDir);
  const key = await unwrapWithPassphrase(readKeyFile(office.key), passphrase);
  const store = await openStore({
    file: office.store,
    key,
    mayCreate: false,
    entities,
    readerThread,
    report: console.error,
  });
  try {
    const accounts = new AccountsService(store);
    await store.write({}, async (tx) => {
      for (let index = 0; index < rows.staff; index += 1) await addStaff(tx, accounts, index);
      for (let index = 0; index < rows.entries; index += 1) await addEntry(tx, index, rows.staff);
    });
  } finally {
    await store.close();
  }
}

async function addStaff(tx: Transaction, accounts: AccountsService, index: number): Promise<void> {
  const now = Date.now();
  const email = `staff.${index}@example.org`;
  const login = await new LoginsService().add(
    tx,
    { signInName: email, passwordHash: 'no password leads here', now },
    { by: 'somebody else', expiresAt: now },
  );
  const details = {
    email,
    givenName: givenNames[index % givenNames.length] ?? '',
    familyName: `${familyNames[index % familyNames.length]} ${index}`,
    phone: '',
  };
  await accounts.add(tx, details, { loginId: login.id, isStaff: true, isSuperuser: false, now });
}

function addEntry(tx: Transaction, index: number, staff: number): Promise<void> {
  const subjectId = 2 + (index % staff);
  return appendEntry(tx.manager, {
    at: Date.now(),
    act: activityActs[index % activityActs.length] ?? 'staff.changed',
    actorAccountId: 1,
    actorAuthorizedUserId: null,
    actorLoginId: 1,
    subjectKind: 'account',
    subjectId,
    onBehalfOfAccountId: null,
    payload: JSON.stringify({
      label: `Staff ${subjectId}`,
      changes: [{ field: 'phone', before: '', after: String(index) }],
      reason: null,
    }),
    people: [1, subjectId],
  });
}
