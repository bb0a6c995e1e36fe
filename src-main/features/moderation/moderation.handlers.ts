import type { HandlersOf } from '../../handlers';
import type { Store } from '../../store/store';
import type { AccountsService } from '../accounts/accounts.service';
import type { MessageTemplates } from '../moderation-settings/message-templates.service';
import type { CaseDecisions } from './case-decisions.service';
import type { CaseNotes } from './case-notes.service';
import type { Claims } from './claims.service';
import { moderatorsByName } from './moderators';
import type { Settle } from './settle.service';
import type { WholeCases } from './whole-case.service';

export interface ModerationHandled {
  readonly store: Store;
  readonly accounts: AccountsService;
  readonly templates: MessageTemplates;
  readonly decisions: CaseDecisions;
  readonly claims: Claims;
  readonly caseNotes: CaseNotes;
  readonly settle: Settle;
  readonly wholeCases: WholeCases;
}

/** The queue as a whole, and what is done to many cases at once, have their handlers beside this. */
export type OfMany =
  | 'queue'
  | 'total'
  | 'counts'
  | 'insight'
  | 'previewBulk'
  | 'startBulk'
  | 'bulkJobs'
  | 'bulkFailures'
  | 'cancelBulk'
  | 'undoBulk';

export function moderationHandlers(services: ModerationHandled): Omit<HandlersOf<'moderation'>, OfMany> {
  const { store, accounts, templates, decisions, claims, caseNotes, settle, wholeCases } = services;
  return {
    async get(context, { id }) {
      await settle.due(context.now);
      return wholeCases.get(context, id);
    },
    caseOf: (context, input) => wholeCases.ofAccount(context, input.accountId),
    moderators: () => moderatorsByName(store.read, accounts),
    templates: () => templates.choices(),
    claim: (context, input) => claims.claim(context, input),
    release: (context, input) => claims.release(context, input),
    approve: (context, input) => decisions.approve(context, input),
    reject: (context, input) => decisions.reject(context, input),
    requestChanges: (context, input) => decisions.requestChanges(context, input),
    park: (context, input) => decisions.park(context, input),
    reopen: (context, input) => decisions.reopen(context, input),
    undo: (context, input) => decisions.undo(context, input),
    async addNote(context, input) {
      await caseNotes.add(context, input);
      return {};
    },
  };
}
