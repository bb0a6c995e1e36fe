import type { OutputOf, ParsedInputOf } from '../../../src-shared/contract';
import { digitsOf } from '../../phone-digits';
import type { Store } from '../../store/store';
import type { AccountView } from './account-view';
import { accountsByName, accountsByPhone, haveSamePhone } from './accounts.repository';
import { type Account, type AccountsService, foldedName } from './accounts.service';

const most = 10;

type Typed = ParsedInputOf<'accounts.duplicates'>;

/** Finds accounts that may be the same person. */
export class AccountDuplicates {
  readonly #store: Store;
  readonly #accounts: AccountsService;
  readonly #view: AccountView;

  constructor({ store, accounts, accountView }: { store: Store; accounts: AccountsService; accountView: AccountView }) {
    this.#store = store;
    this.#accounts = accounts;
    this.#view = accountView;
  }

  /** Who has phone and name in common comes first, then who has the phone: many share a name, few a phone. */
  async of({ exceptId, ...typed }: Typed): Promise<OutputOf<'accounts.duplicates'>> {
    const { read } = this.#store;
    const phone = digitsOf(typed.phone);
    const name = typed.givenName !== '' && typed.familyName !== '' ? foldedName(typed) : null;
    // One more than is shown, since the account itself may be among them.
    const byPhone = await accountsByPhone(read, phone, most + 1);
    const byName = name === null ? [] : await accountsByName(read, name, most + 1);
    const found = await this.#accounts.byIds(read, [...new Set([...byPhone, ...byName])]);
    const candidates = found
      .filter(({ publicId }) => publicId !== exceptId)
      .map((account) => ({ account, reasons: reasonsOf(account, name, phone) }))
      .sort((one, other) => other.reasons.length - one.reasons.length)
      .slice(0, most);
    const rows = await this.#view.rows(
      read,
      candidates.map(({ account }) => account),
    );
    return { rows: rows.map((row, index) => ({ ...row, reasons: candidates[index]?.reasons ?? [] })) };
  }
}

function reasonsOf(account: Account, name: string | null, phone: string): ('name' | 'phone')[] {
  const reasons: ('name' | 'phone')[] = [];
  if (account.nameFolded === name) reasons.push('name');
  if (haveSamePhone(account.phoneDigits, phone)) reasons.push('phone');
  return reasons;
}
