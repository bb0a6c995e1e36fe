import { api } from '../../../api/call';
import { failureSentence, hasCode, isDeclined } from '../../../api/failures';
import { showFailureToast, showToast } from '../../../components/toasts';

/** Lets a rule reject whoever registers from a domain, and says in a corner what became of that. */
export async function blockDomain(domain: string): Promise<void> {
  try {
    await api.moderationSettings.addRules({ patterns: [domain], decision: 'reject', note: '' });
    showToast(`${domain} is blocked.`);
  } catch (refusal) {
    const decision = hasCode(refusal, 'RULE_TWICE') ? await decisionOfRule(domain) : undefined;
    if (decision === 'reject') showToast(`${domain} was blocked already.`);
    else showFailureToast([`${domain} is not blocked.`, ...whyNot(refusal, decision)].join(' '));
  }
}

async function decisionOfRule(domain: string): Promise<'approve' | 'reject' | undefined> {
  try {
    const { rows } = await api.moderationSettings.rules({});
    return rows.find(({ pattern }) => pattern === domain)?.decision;
  } catch {
    // That there is a rule is known all the same, and is said.
    return undefined;
  }
}

function whyNot(refusal: unknown, decision: 'approve' | undefined): string[] {
  if (decision === 'approve') return ['A rule approves this domain already. Delete it first.'];
  return isDeclined(refusal) ? [] : [failureSentence(refusal)];
}
