import { UserError } from '../../errors';
import { domainForm, shownDomain } from '../../store/mail-address';
import type { ModerationRule } from './moderation-rule.entity';

export type Pattern = Pick<ModerationRule, 'pattern' | 'kind'>;

/** Letters and digits of any script, with hyphens between them. */
const label = /^[\p{Letter}\p{Mark}\p{Number}](?:[\p{Letter}\p{Mark}\p{Number}-]*[\p{Letter}\p{Mark}\p{Number}])?$/u;

/**
 * What a pattern means: an e-mail as it is, `example.org` and `@example.org` a domain, `*.example.org` all below it.
 * @throws UserError RULE_NOT_PATTERN, RULE_TOO_WIDE in the given field
 */
export function readPattern(typed: string, field: string): Pattern {
  const text = typed.trim().normalize('NFKC').toLowerCase();
  const at = text.lastIndexOf('@');
  const [before, behind] = [text.slice(0, Math.max(at, 0)), text.slice(at + 1)];
  if (before !== '' && before !== '*') {
    const isEmail = !/[\s@*]/.test(before) && isDomain(behind);
    if (!isEmail) throw UserError.inField(field, 'RULE_NOT_PATTERN', { pattern: typed });
    return { pattern: `${before}@${domainForm(behind)}`, kind: 'email' };
  }
  const kind = behind.startsWith('*.') ? 'subdomains' : 'domain';
  const domain = kind === 'subdomains' ? behind.slice(2) : behind;
  // Of stars and dots alone, or a single part such as "org": half the world has an e-mail there.
  if (/^[*.]*$/.test(domain) || label.test(domain)) {
    throw UserError.inField(field, 'RULE_TOO_WIDE', { pattern: typed });
  }
  if (!isDomain(domain)) throw UserError.inField(field, 'RULE_NOT_PATTERN', { pattern: typed });
  return { pattern: domainForm(domain), kind };
}

function isDomain(text: string): boolean {
  const labels = text.split('.');
  // What is but numbers is the address of a computer.
  const isNumeric = labels.every((one) => /^\d+$/.test(one));
  return labels.length >= 2 && !isNumeric && labels.every((one) => one.length <= 63 && label.test(one));
}

/** As it is shown in a list, and typed again. */
export function shownPattern({ pattern, kind }: Pattern): string {
  const at = pattern.lastIndexOf('@');
  const shown = `${pattern.slice(0, at + 1)}${shownDomain(pattern.slice(at + 1))}`;
  return kind === 'subdomains' ? `*.${shown}` : shown;
}

/** As it is named where it has decided, such as `@example.org`. */
export function ruleLabel(pattern: Pattern): string {
  return pattern.kind === 'domain' ? `@${shownPattern(pattern)}` : shownPattern(pattern);
}

/** The domains above one, the nearest first: of `a.b.example.org` these are `b.example.org`, `example.org`, `org`. */
export function domainsAbove(domain: string): string[] {
  const labels = domain.split('.');
  return labels.slice(1).map((_, index) => labels.slice(index + 1).join('.'));
}
