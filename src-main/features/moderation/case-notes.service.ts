import type { ParsedInputOf } from '../../../src-shared/contract';
import { actorOf, type Context } from '../../context';
import { UserError } from '../../errors';
import type { Store } from '../../store/store';
import { fullName } from '../accounts/accounts.service';
import type { ActivityService } from '../activity/activity.service';
import type { CaseAccess } from './case-access';
import type { CaseChanges } from './case-changes';
import { addNote } from './case-view.repository';

export interface CaseNotesServices {
  readonly store: Store;
  readonly activity: ActivityService;
  readonly caseAccess: CaseAccess;
  readonly caseChanges: CaseChanges;
}

/** What moderators tell each other about a case. */
export class CaseNotes {
  readonly #services: CaseNotesServices;

  constructor(services: CaseNotesServices) {
    this.#services = services;
  }

  /** The activity says that there is one, but not what it says: it is for moderators only. */
  async add(context: Context, { id, text }: ParsedInputOf<'moderation.addNote'>): Promise<void> {
    const { store, activity, caseAccess, caseChanges } = this.#services;
    await store.write(context, async (tx) => {
      const { signUpCase, account } = await caseAccess.found(tx.manager, context, id);
      // Neither do they read what is said of them.
      if (account.id === actorOf(context).accountId) throw new UserError('OWN_CASE');
      const note = { caseId: signUpCase.id, authorId: actorOf(context).accountId, at: context.now, text };
      await addNote(tx.manager, note);
      const subject = { kind: 'account', id: account.id, label: fullName(account) } as const;
      await activity.record(tx, context, { act: 'sign-up.noted', subject });
      caseChanges.announceToOffice(tx);
    });
  }
}
