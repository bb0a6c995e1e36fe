import { In } from 'typeorm';
import { expect, test } from 'vitest';
import { closeAccess, openAccess, staffWithPermission } from '../../../src-main/features/accounts/accounts.repository';
import { AccountsService } from '../../../src-main/features/accounts/accounts.service';
import {
  countsOfDomain,
  decidedCasesOf,
  notesOf,
  peopleOf,
  typesOf,
} from '../../../src-main/features/moderation/case-view.repository';
import {
  deleteUnsent,
  lastSentOfCase,
  markCaseRead,
  markOlderRead,
  markRead,
  messagesOfCase,
  unreadMessages,
} from '../../../src-main/features/moderation/outbox.repository';
import {
  casesToRemove,
  deleteTextsOf,
  dueCases,
  dueCasesOf,
} from '../../../src-main/features/moderation/settle.repository';
import {
  countSubmissions,
  deleteOpenCasesOfProfile,
  markDuplicates,
  newestCaseOf,
  submissionOf,
} from '../../../src-main/features/moderation/sign-up-cases.repository';
import { SignUpCase, SignUpCases } from '../../../src-main/features/moderation/sign-up-cases.service';
import { Profile } from '../../../src-main/features/profiles/profile.entity';
import type { Store } from '../../../src-main/store/store';
import type { Transaction } from '../../../src-main/store/write-gate';
import { plansOf } from '../../support/query-plans';
import { openTestStore } from '../../support/test-store';

type Manager = Transaction['manager'];

function cases(store: Store): SignUpCases {
  return new SignUpCases({ accounts: new AccountsService(store) });
}

/** What is asked with each look at a case, and each act: none of it may take longer the more cases there are. */
const asked: readonly (readonly [what: string, ask: (manager: Manager, store: Store) => Promise<unknown>])[] = [
  ['a case', (manager, store) => cases(store).find(manager, 'x')],
  ['some cases', (manager, store) => cases(store).byIds(manager, [1, 2])],
  ['the case of an account', (manager, store) => cases(store).ofAccount(manager, 1)],
  ['the case of a profile', (manager, store) => cases(store).ofProfile(manager, 1)],
  ['the newest case of an account', (manager) => newestCaseOf(manager, 1)],
  ['what was sent', (manager) => submissionOf(manager, 1, 1)],
  ['how often was sent', (manager) => countSubmissions(manager, 1, 0)],
  ['people and moderators of a page', (manager) => peopleOf(manager, [1, 2])],
  ['the types of a page', (manager) => typesOf(manager, [1, 2])],
  ['what was decided before', (manager) => decidedCasesOf(manager, [1, 2], 3, 10)],
  ['the facts of a domain', (manager) => countsOfDomain(manager, 'example.org')],
  ['notes', (manager) => notesOf(manager, 1)],
  ['what was written about a case', (manager) => messagesOfCase(manager, 1)],
  ['what was sent last', (manager) => lastSentOfCase(manager, 1, 0)],
  ['messages that an approval overtakes', (manager) => markOlderRead(manager, [1, 2], 0)],
  ['what a person has not read', (manager) => unreadMessages(manager, 1, 0, 20)],
  ['a message that is read', (manager) => markRead(manager, 'x', 1, 0)],
  ['messages that were answered', (manager) => markCaseRead(manager, 1, 0)],
  ['messages that are taken back', (manager) => deleteUnsent(manager, 1, 0)],
  ['what is due', (manager) => dueCases(manager, 0, 200)],
  ['what is due of an account', (manager) => dueCasesOf(manager, 1, 0)],
  ['what is to be removed', (manager) => casesToRemove(manager, 0, 20)],
  ['the removal of texts', (manager) => deleteTextsOf(manager, 1)],
  ['likely duplicates that wait', (manager) => markDuplicates(manager, [1, 2])],
  ['the removal of a profile’s case', (manager) => deleteOpenCasesOfProfile(manager, 1)],
  ['a decision', (manager) => manager.update(SignUpCase, { id: 1 }, { state: 'approved', dueAt: 1 })],
  ['what is settled', (manager) => manager.update(SignUpCase, { id: In([1, 2]) }, { dueAt: null })],
  ['letting in', (manager) => openAccess(manager, [1, 2], 0)],
  ['holding back', (manager) => closeAccess(manager, [1, 2], 0)],
  ['the approval of profiles', (manager) => manager.update(Profile, { id: In([1, 2]) }, { approval: 'open' })],
  ['who may decide', (manager) => staffWithPermission(manager, 'moderation.decide')],
];

test.each(asked)('%s: looked up, and never by reading everything', async (_, ask) => {
  const { store } = await openTestStore();
  const plan = await store.write({}, (tx) => plansOf(tx.manager, () => ask(tx.manager, store)));
  expect(plan).not.toEqual([]);
  expect(plan.filter((step) => /^SCAN /.test(step))).toEqual([]);
});
