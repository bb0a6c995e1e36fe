import type { EntityManager } from 'typeorm';
import type { DecisionKind } from '../../../src-shared/contract/moderation-settings';
import type { Profile } from '../../../src-shared/contract/profiles';
import { fillPlaceholders } from '../../../src-shared/placeholders';
import type { Context } from '../../context';
import { UserError } from '../../errors';
import type { Transaction } from '../../store/write-gate';
import type { Account } from '../accounts/accounts.service';
import type { MessageTemplates } from '../moderation-settings/message-templates.service';
import type { ProfilesService } from '../profiles/profiles.service';
import type { SettingsService } from '../settings/settings.service';
import type { FoundCase } from './case-access';
import { type Said, undoableForMs } from './case-machine';
import type { NewMessage } from './outbox.repository';
import type { Outbox } from './outbox.service';
import { placeholderValues } from './placeholder-values';
import type { SignUpCase } from './sign-up-cases.service';

export interface CaseWordsServices {
  readonly profiles: ProfilesService;
  readonly settings: SettingsService;
  readonly templates: MessageTemplates;
  readonly outbox: Outbox;
}

/** Rejections whose reason was written by hand are counted under one word. */
const byHand = 'Other';

/** What is said with a decision: among the office, and to the person. */
export class CaseWords {
  readonly #services: CaseWordsServices;

  constructor(services: CaseWordsServices) {
    this.#services = services;
  }

  /** @throws UserError UNKNOWN_TEMPLATE in the field `templateId`, DECISION_REASON_NEEDED in `internalReason` */
  async reason(
    manager: EntityManager,
    decision: DecisionKind,
    { internalReason, templateId }: { readonly internalReason: string; readonly templateId: string | null },
  ): Promise<Said> {
    const template = templateId === null ? null : await this.#services.templates.find(manager, templateId);
    if (templateId !== null && template?.decision !== decision) {
      throw UserError.inField('templateId', 'UNKNOWN_TEMPLATE');
    }
    if (decision === 'reject' && !template && internalReason === '') {
      throw UserError.inField('internalReason', 'DECISION_REASON_NEEDED');
    }
    return { internalReason, decisionReason: template?.name ?? (decision === 'reject' ? byHand : '') };
  }

  /** Puts a message into the outbox; an empty one is none. @throws UserError MESSAGE_UNFILLED in the field `message` */
  async write(
    tx: Transaction,
    { now }: Context,
    found: FoundCase,
    kind: NewMessage['kind'],
    message: string,
  ): Promise<void> {
    if (message === '') return;
    const { signUpCase, account } = found;
    const profile = await this.profileOf(tx.manager, signUpCase);
    const { text, unfilled } = fillPlaceholders(message, await this.placeholders(tx.manager, account, profile, now));
    const [placeholder] = unfilled;
    if (placeholder !== undefined) {
      throw UserError.inField('message', 'MESSAGE_UNFILLED', { placeholder: `{${placeholder}}` });
    }
    const sentAt = now + undoableForMs;
    await this.#services.outbox.send(tx, { accountId: account.id, caseId: signUpCase.id, kind, text, sentAt });
  }

  /** The profile that is decided on with the case, as it is now; null where there is none, or no longer. */
  async profileOf(manager: EntityManager, { profileId }: SignUpCase): Promise<Profile | null> {
    return profileId === null ? null : this.#services.profiles.find(manager, profileId);
  }

  /** What fills the placeholders of a message to somebody, by their names. */
  async placeholders(
    manager: EntityManager,
    person: Account,
    profile: Profile | null,
    now: number,
  ): Promise<Record<string, string>> {
    return placeholderValues({
      person,
      officeName: (await this.#services.settings.office(manager)).name,
      typeName: profile?.type.name ?? '',
      values: (profile?.values ?? []).filter(({ isFormer }) => !isFormer),
      now,
    });
  }
}
