import type { EntityManager } from 'typeorm';
import { fold } from '../../store/fold';
import { domainOf, shownDomain } from '../../store/mail-address';
import type { Store } from '../../store/store';
import type { ModerationRule } from './moderation-rule.entity';
import { domainsAbove, type Pattern, shownPattern } from './rule-patterns';

export type MatchingRule = Pick<ModerationRule, 'id' | 'pattern' | 'kind' | 'decision'>;

/** The rule that is nearest to a domain, or to an e-mail there where one is given; both as rules compare them. */
export async function nearestRule(
  manager: EntityManager,
  domain: string,
  address: string | null,
): Promise<MatchingRule | null> {
  const above = domainsAbove(domain);
  const marks = above.map(() => '?').join(', ');
  const [row] = await manager.query<MatchingRule[]>(
    `SELECT id, pattern, kind, decision FROM moderation_rule
     WHERE (pattern = ? AND kind = 'email') OR (pattern = ? AND kind = 'domain')
        OR (pattern IN (${marks}) AND kind = 'subdomains')
     ORDER BY CASE kind WHEN 'email' THEN 0 WHEN 'domain' THEN 1 ELSE 2 END, length(pattern) DESC LIMIT 1`,
    [address, domain, ...above],
  );
  return row ?? null;
}

/** How many who are not decided on have such an e-mail. */
export async function countWaiting(manager: EntityManager, { pattern, kind }: Pattern): Promise<number> {
  const [sql, params] =
    kind === 'email'
      ? [
          `SELECT count(*) AS count FROM account a JOIN sign_up_case c ON c.account_id = a.id
           WHERE a.email_folded = ? AND c.domain = ? AND c.tab NOT IN ('decided', 'gone')`,
          [fold(shownPattern({ pattern, kind })), domainOf(pattern)],
        ]
      : kind === 'domain'
        ? [`SELECT count FROM tally WHERE what = 'case-of-domain' AND key = ?`, [`${pattern}\nwaiting`]]
        : [
            `SELECT coalesce(sum(count), 0) AS count FROM tally
             WHERE what = 'case-of-domain' AND substr(key, -length(?)) = ?`,
            [`.${pattern}\nwaiting`, `.${pattern}\nwaiting`],
          ];
  const [row] = await manager.query<{ count: number }[]>(sql, params);
  return row?.count ?? 0;
}

/** How many accounts outside the trash have such an e-mail: of a domain that takes a look at every one. */
export async function countAccounts({ readers }: Store, { pattern, kind }: Pattern): Promise<number> {
  const begin = kind === 'subdomains' ? '.' : '@';
  const domain = domainOf(pattern);
  const local = kind === 'email' ? pattern.slice(0, pattern.lastIndexOf('@')) : '';
  // An e-mail has its domain in either spelling. What only looks like it without accents is left out afterwards.
  const endings = [domain, shownDomain(domain)].map((one) => `${begin}${one}`);
  const endsWith = (column: string) => `(${endings.map(() => `substr(${column}, -length(?)) = ?`).join(' OR ')})`;
  const [found, params] =
    kind === 'email'
      ? ['account WHERE email_folded IN (?, ?) AND +deleted_at IS NULL', endings.map((one) => fold(`${local}${one}`))]
      : [
          `account INDEXED BY account_email_by_id WHERE deleted_at IS NULL AND ${endsWith('email_folded')}`,
          endings.map(fold).flatMap((one) => [one, one]),
        ];
  const [row] = await readers.all<{ count: number }>(
    `SELECT count(*) AS count FROM ${found} AND ${endsWith('lower(email)')}`,
    [...params, ...endings.flatMap((one) => [one, one])],
  );
  return row?.count ?? 0;
}
