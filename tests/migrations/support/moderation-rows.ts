import type { Row } from './migrated-store';

export const aType = { version: 1, name: 'Seller', color: 'blue', is_archived: 0, created_at: 1, updated_at: 1 };
export const aProfile = { version: 1, created_at: 1, updated_at: 1 };
export const aCase = { kind: 'account', profile_id: null, type_id: null, state: 'waiting', tab: 'waiting' };
export const aTypePolicy = { is_offered: 1, needs_approval: 1, needs_second_moderator: 0 };

const heldBack = { is_staff: 0, is_superuser: 0, access: 'awaiting-approval' };
export const people = [
  {
    ...named(3, 'Chidi', 'Okafor', 'people.example'),
    ...heldBack,
    phone: '+49 (170) 123-45',
    phone_digits: '4917012345',
  },
  { ...named(4, 'Anna', 'Smith', 'people.example'), ...heldBack, deleted_at: 5, purge_at: 6 },
  // As it is left where somebody becomes staff who was held back.
  { ...named(5, 'Ngozi', 'Adebayo', 'people.example'), access: 'awaiting-approval' },
  { ...named(6, '明', '李', 'elsewhere.example'), ...heldBack },
  { ...named(7, 'Ben', 'Kim', 'people.example'), is_staff: 0, is_superuser: 0 },
];

function named(id: number, givenName: string, familyName: string, domain: string) {
  const email = `user${id}@${domain}`;
  const names = {
    given_name: givenName,
    family_name: familyName,
    name_folded: `${familyName} ${givenName}`.toLowerCase(),
  };
  return { id, email, email_folded: email, ...names, created_at: id * 100, updated_at: id * 100 };
}

export const secrets = ['Chidi', 'okafor', 'people.example', '4917012345', 'secret-'];

export const aSubmission = {
  ...{ revision: 1, submitted_at: 600, given_name: 'Chidi', family_name: 'Okafor', phone: '+49 (170) 123-45' },
  ...{ message: 'I sell secret-pots.', field_values: '[{"value":"secret-value"}]' },
};
export const anApproval = {
  ...{ state: 'approved', decided_by: 1, decided_at: 700, effective_at: 710, due_at: 710, waited: 100 },
  ...{ internal_reason: 'Known to secret-colleague', undo: '{"internalReason":"secret-reason"}' },
};
export const anAppeal = {
  ...{ is_appeal: 1, has_appealed: 1, appeal: 'Look at my secret-shop again.', decided_rule: 'chidi@people.example' },
  ...{ decision_reason: 'Rule chidi@people.example', claimed_by: 2, claimed_until: 900, purge_at: 1_000 },
};

export function caseOf(id: number, accountId: number, changes: Row): Row {
  return {
    ...{ id, public_id: `case-${id}`, version: 1, kind: 'account', account_id: accountId, state: 'waiting' },
    ...{ is_appeal: 0, has_appealed: 0, appeal: '', revision: 1, submitted_at: 600, since: 600 },
    ...{ decision_reason: '', internal_reason: '', domain: 'people.example', has_duplicates: 0, is_in_trash: 0 },
    ...{ search_text: '', created_at: 600, ...changes },
  };
}

export const policy = {
  ...{ version: 1, is_on: 1, is_registration_open: 1, reminder_days: 3, claim_minutes: 30 },
  ...{ rejected_retention_days: 90, updated_at: 1 },
};
export const job = {
  ...{ id: 1, public_id: 'job-1', act: 'sign-ups.reject', state: 'done', started_by: 1, details: '{}', total: 1 },
  ...{ done: 1, skipped: 0, failed: 0, undone: 0, not_undone: 0, started_at: 1, finished_at: 2 },
};

export function rule(id: number, changes: Row): Row {
  const pattern = { pattern: 'people.example', kind: 'domain', decision: 'reject', note: '' };
  return { id, public_id: `rule-${id}`, ...pattern, decided_count: 0, created_at: 1, ...changes };
}

export function template(id: number): Row {
  const text = { decision: 'reject', name: 'Unknown', name_folded: 'unknown', text: 'Dear {given name}' };
  return { id, public_id: `template-${id}`, version: 1, ...text, is_archived: 0, created_at: 1, updated_at: 1 };
}

export function message(id: number, caseId: number, changes: Row): Row {
  const to = { public_id: `message-${id}`, account_id: 3, case_id: caseId, kind: 'approved', sent_at: 710 };
  return { id, ...to, text: 'Dear Chidi, secret-welcome.', ...changes };
}
