import type { EntityManager } from 'typeorm';
import type { Store } from '../store/store';
import { AccountInserts, lastIds, type SeededProfile } from './account-inserts';
import { addSeededModeration, type KnownModeration } from './known-moderation';
import { addSeededTypes, type KnownType } from './known-types';
import type { Choice, Random } from './random';
import { SignUpInserts } from './sign-up-inserts';
import { decidedSignUp, duplicatesShare, newcomer, newcomersSignUp, type SignedUp } from './sign-up-rows';

/** How many people are to be added who wait, and how many decided cases of people who are there. */
export interface SignUpCounts {
  readonly waiting: number;
  readonly decided: number;
}

export interface SignUpSeeding {
  readonly now: number;
  readonly passwordHash: string;
  readonly random: Random;
}

/** Sign-ups of one transaction; see the seeder of accounts. */
const sliceSize = 50_000;

/** Adds people who wait, some of them parked, claimed, asked for changes or much like others, and decisions of two years. */
export async function addSignUps(store: Store, { waiting, decided }: SignUpCounts, seeding: SignUpSeeding) {
  const { now, random } = seeding;
  const known = await store.write({}, async (tx) => ({
    types: await addSeededTypes(tx, now, random),
    moderation: await addSeededModeration(tx, now, random),
  }));
  // First: whoever is only waiting has not been decided on.
  await addDecided(store, decided, { ...seeding, ...known });
  for (let done = 0; done < waiting; done += sliceSize) {
    await addNewcomers(
      store,
      { from: done, before: Math.min(done + sliceSize, waiting), waiting },
      { ...seeding, ...known },
    );
  }
}

interface Known extends SignUpSeeding {
  readonly types: Choice<KnownType>;
  readonly moderation: KnownModeration;
}

function addNewcomers(
  store: Store,
  { from, before, waiting }: { readonly from: number; readonly before: number; readonly waiting: number },
  known: Known,
): Promise<void> {
  const { now, random } = known;
  return store.write({}, async (tx) => {
    const last = await lastIds(tx.manager);
    const accounts = new AccountInserts(tx, last, { ...known, groups: [] });
    const signUps = await SignUpInserts.into(tx, random);
    for (let index = from; index < before; index += 1) {
      const hasDuplicates = random.isTrue(duplicatesShare);
      const twin = hasDuplicates ? await somebodyWithPhone(tx.manager, 1 + random.below(last.account)) : null;
      const rank = (index + random.next()) / waiting;
      const person = newcomer({ id: accounts.nextId, rank, twin: twin ?? {} }, now, random);
      signUps.add(newcomersSignUp(person, accounts.add(person), twin !== null, known));
    }
  });
}

/** Whose name and phone somebody else has too. */
async function somebodyWithPhone(manager: EntityManager, from: number) {
  const [twin] = await manager.query<Pick<SignedUp, 'givenName' | 'familyName' | 'phone'>[]>(
    `SELECT given_name AS givenName, family_name AS familyName, phone FROM account
     WHERE id >= ? AND phone <> '' AND +deleted_at IS NULL ORDER BY id LIMIT 1`,
    [from],
  );
  return twin ?? null;
}

async function addDecided(store: Store, count: number, known: Known): Promise<void> {
  const [people] = await store.read.query<{ count: number; last: number }[]>(
    `SELECT count(*) AS count, max(a.id) AS last FROM account a INDEXED BY account_facts_by_id
     WHERE a.deleted_at IS NULL AND a.status = 'active' AND a.is_staff = 0
       AND EXISTS (SELECT 1 FROM profile WHERE account_id = a.id)`,
  );
  let wanting = people?.count ? count : 0;
  let left = people?.count ?? 0;
  const byRule = new Map<string, number>();
  for (let from = 0; from <= (people?.last ?? 0); from += sliceSize) {
    await store.write({}, async (tx) => {
      const signUps = await SignUpInserts.into(tx, known.random);
      const reject = tx.prepare("UPDATE profile SET approval = 'rejected' WHERE id = ?");
      for (const { profileId, typeId, ...person } of await openPeople(tx.manager, from, from + sliceSize)) {
        const some = Math.floor(wanting / left + known.random.next());
        for (let added = 0; added < some; added += 1) {
          const profile: SeededProfile = { id: profileId, typeId, values: [] };
          const signUp = decidedSignUp(person, profile, known);
          signUps.add(signUp);
          if (signUp.state === 'rejected') reject.run(profileId);
          const rule = signUp.decided?.rule ?? null;
          if (rule !== null) byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
        }
        wanting -= some;
        left -= 1;
      }
    });
  }
  await store.write({}, async ({ manager }) => {
    for (const [rule, decided] of byRule) {
      await manager.query('UPDATE moderation_rule SET decided_count = decided_count + ? WHERE pattern = ?', [
        decided,
        rule.slice(1),
      ]);
    }
  });
}

type OpenPerson = SignedUp & { readonly profileId: number; readonly typeId: number };

/** Whose account is open, with one of their profiles. */
function openPeople(manager: EntityManager, from: number, before: number): Promise<OpenPerson[]> {
  return manager.query<OpenPerson[]>(
    `SELECT a.id, a.email, a.given_name AS givenName, a.family_name AS familyName, a.phone, a.created_at AS createdAt,
            a.deleted_at AS deletedAt, p.id AS profileId, p.type_id AS typeId
     FROM account a CROSS JOIN profile p ON p.id = (SELECT max(id) FROM profile WHERE account_id = a.id)
     WHERE a.id >= ? AND a.id < ? AND +a.status = 'active' AND a.is_staff = 0 ORDER BY a.id`,
    [from, before],
  );
}
