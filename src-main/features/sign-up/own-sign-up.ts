import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { MySignUp, SignUpState } from '../../../src-shared/contract/sign-up';
import type { Account } from '../accounts/accounts.service';
import type { Outbox, SentRow } from '../moderation/outbox.service';
import type { SignUpCase, SignUpCases } from '../moderation/sign-up-cases.service';
import type { ProfileTypesService } from '../profiles/profile-types.service';
import type { ProfilesService } from '../profiles/profiles.service';

export interface OwnSignUpServices {
  readonly cases: SignUpCases;
  readonly outbox: Outbox;
  readonly profiles: ProfilesService;
  readonly profileTypes: ProfileTypesService;
}

/** A sign-up as the person it is about sees it. */
export class OwnSignUp {
  readonly #services: OwnSignUpServices;

  constructor(services: OwnSignUpServices) {
    this.#services = services;
  }

  async of(manager: EntityManager, account: Account, one: SignUpCase, now: number): Promise<MySignUp> {
    const { cases, outbox, profiles } = this.#services;
    const { email, givenName, familyName, phone } = account;
    const profile = one.profileId === null ? null : await profiles.byId(manager, one.profileId);
    const view = profile && (await profiles.view(manager, profile));
    const told = cases.asTold(one, now);
    const last = await outbox.lastSent(manager, one.id, now);
    const state = stateOf(told, last);
    const current = (view?.values ?? []).filter(({ isFormer }) => !isFormer);
    const seen = {
      state,
      submittedAt: one.submittedAt,
      message: isOf(state, told, last) ? { id: last.id, text: last.text, sentAt: last.sentAt } : null,
      mayCorrect: state === 'changes-requested' || cases.mayBeCorrected(told, now),
      mayAppeal: cases.mayBeAppealed(told, now),
      submission: {
        email,
        givenName,
        familyName,
        phone,
        message: (await cases.submission(manager, one))?.message ?? '',
        type: view && (await this.#typeOf(manager, view.type.id)),
        values: Object.fromEntries(current.map(({ fieldId, value }) => [fieldId, value])),
      },
    };
    return { ...seen, version: versionOf(seen) };
  }

  async #typeOf(manager: EntityManager, publicId: string): Promise<MySignUp['submission']['type']> {
    const { profileTypes } = this.#services;
    const type = await profileTypes.find(manager, publicId);
    const [view] = type ? await profileTypes.views(manager, [type]) : [];
    return view ? { id: view.id, name: view.name, color: view.color, fields: view.fields } : null;
  }
}

/** What the office does among itself, as putting it off, the person does not see: what they were asked for stays so. */
function stateOf(told: SignUpCase, last: SentRow | null): SignUpState {
  if (told.state === 'rejected') return 'rejected';
  const isAsked = told.state === 'changes-requested' || (told.state !== 'approved' && isUnanswered(told, last));
  if (isAsked) return 'changes-requested';
  return told.isAppeal ? 'appealed' : 'waiting';
}

/** Whether the office has asked for something since the case waits, which the person has not sent yet. */
function isUnanswered({ since }: SignUpCase, last: SentRow | null): boolean {
  return last?.kind === 'changes-requested' && last.sentAt > since;
}

/** Whether the office's last words are about what the sign-up is now, and not about what it was before. */
function isOf(state: SignUpState, { effectiveAt }: SignUpCase, last: SentRow | null): last is SentRow {
  if (last === null || last.kind !== state) return false;
  return state === 'changes-requested' || effectiveAt === null || last.sentAt >= effectiveAt;
}

/**
 * Another number whenever the person would see something else. The version of the case would not do: it changes with
 * what the office does among itself, of which they must not even learn that it was done.
 */
function versionOf(seen: Omit<MySignUp, 'version'>): number {
  return 1 + createHash('sha256').update(JSON.stringify(seen)).digest().readUIntBE(0, 6);
}
