import type { BulkStatement, Transaction } from '../store/write-gate';
import type { Random } from './random';
import type { SeededSignUp } from './sign-up-rows';

/** The rows of sign-ups of one slice, each with what was sent, and with what the person was written. */
export class SignUpInserts {
  readonly #random: Random;
  readonly #case: BulkStatement;
  readonly #submission: BulkStatement;
  readonly #message: BulkStatement;
  #lastId: number;

  private constructor(tx: Transaction, lastId: number, random: Random) {
    this.#lastId = lastId;
    this.#random = random;
    this.#case = tx.prepare(
      `INSERT INTO sign_up_case (id, public_id, version, kind, account_id, profile_id, type_id, state, is_appeal,
         has_appealed, appeal, revision, submitted_at, since, parked_until, claimed_by, claimed_until, decided_by,
         decided_rule, decided_at, effective_at, decision_reason, internal_reason, waited, due_at, purge_at, domain,
         has_duplicates, is_in_trash, search_text, created_at)
       VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?)`,
    );
    this.#submission = tx.prepare(
      `INSERT INTO sign_up_submission (case_id, revision, submitted_at, given_name, family_name, phone, message,
         field_values) VALUES (?, 1, ?, ?, ?, ?, ?, ?)`,
    );
    this.#message = tx.prepare(
      `INSERT INTO outbox_message (public_id, account_id, case_id, kind, text, sent_at, read_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    );
  }

  static async into(tx: Transaction, random: Random): Promise<SignUpInserts> {
    const [last] = await tx.manager.query<{ id: number | null }[]>('SELECT max(id) AS id FROM sign_up_case');
    return new SignUpInserts(tx, last?.id ?? 0, random);
  }

  add({ person, profile, ...signUp }: SeededSignUp): void {
    this.#lastId += 1;
    this.#case.run(
      this.#lastId,
      this.#random.publicId(),
      signUp.kind,
      person.id,
      profile.id,
      profile.typeId,
      signUp.state,
      Number(signUp.appeal !== ''),
      Number(signUp.appeal !== ''),
      signUp.appeal,
      signUp.submittedAt,
      signUp.since,
      signUp.parkedUntil,
      signUp.claim?.by ?? null,
      signUp.claim?.until ?? null,
      signUp.decided?.by ?? null,
      signUp.decided?.rule ?? null,
      signUp.decided?.at ?? null,
      signUp.decided?.at ?? null,
      signUp.decided?.reason ?? '',
      signUp.internalReason,
      signUp.decided?.waited ?? null,
      signUp.parkedUntil,
      signUp.purgeAt,
      person.email.slice(person.email.indexOf('@') + 1),
      Number(signUp.hasDuplicates),
      Number(person.deletedAt !== null),
      signUp.submittedAt,
    );
    const { givenName, familyName, phone } = person;
    const values = JSON.stringify(profile.values);
    this.#submission.run(this.#lastId, signUp.submittedAt, givenName, familyName, phone, signUp.message, values);
    if (signUp.written) this.#write(person.id, signUp.written);
  }

  #write(accountId: number, { kind, text, at, isRead }: NonNullable<SeededSignUp['written']>): void {
    this.#message.run(this.#random.publicId(), accountId, this.#lastId, kind, text, at, isRead ? at + hour : null);
  }
}

const hour = 60 * 60_000;
