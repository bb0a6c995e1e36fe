import type { EntityManager } from 'typeorm';
import type { OutputOf, ParsedInputOf } from '../../../src-shared/contract';
import type { ModerationRule as View } from '../../../src-shared/contract/moderation-settings';
import type { Context } from '../../context';
import { UserError } from '../../errors';
import type { Events } from '../../events';
import { LatestOfWindow } from '../../latest-of-window';
import { addressForm, domainOf } from '../../store/mail-address';
import { newPublicId } from '../../store/public-id';
import type { Store } from '../../store/store';
import type { Transaction } from '../../store/write-gate';
import type { ActivityService } from '../activity/activity.service';
import type { SettingsService } from '../settings/settings.service';
import { ModerationRule } from './moderation-rule.entity';
import { readPattern, ruleLabel, shownPattern } from './rule-patterns';
import { countAccounts, countWaiting, type MatchingRule, nearestRule } from './rules.repository';

/** So many can be shown in one list. */
const mostRules = 1_000;

export interface ModerationRulesServices {
  readonly store: Store;
  readonly settings: SettingsService;
  readonly activity: ActivityService;
  readonly events: Events;
}

/** What a rule says of a sign-up. */
export interface RuleDecision {
  readonly id: number;
  /** Such as `@example.org`. */
  readonly label: string;
  readonly decision: 'approve' | 'reject';
}

/** Rules that decide on sign-ups by their e-mail. The nearest wins: the e-mail itself, its domain, the longest above it. */
export class ModerationRules {
  readonly #services: ModerationRulesServices;
  readonly #turns = new LatestOfWindow();

  constructor(services: ModerationRulesServices) {
    this.#services = services;
  }

  async decisionFor(manager: EntityManager, email: string): Promise<RuleDecision | null> {
    return decisionOf(await nearestRule(manager, domainOf(email), addressForm(email)));
  }

  /** The same for whoever has an e-mail at a domain, as `domainForm` has it. */
  async decisionForDomain(manager: EntityManager, domain: string): Promise<RuleDecision | null> {
    return decisionOf(await nearestRule(manager, domain, null));
  }

  /** Counts a sign-up that a rule has decided on. */
  async noteDecided(tx: Transaction, ruleId: number): Promise<void> {
    await tx.manager.increment(ModerationRule, { id: ruleId }, 'decidedCount', 1);
    this.#announce(tx);
  }

  async list(): Promise<OutputOf<'moderationSettings.rules'>> {
    const { read } = this.#services.store;
    const rules = await read.find(ModerationRule, { order: { pattern: 'ASC', kind: 'ASC' }, take: mostRules });
    return { rows: rules.map(viewOf) };
  }

  /** @throws UserError RULE_NOT_PATTERN, RULE_TOO_WIDE in the field `pattern` */
  async preview(context: Context, typed: string): Promise<OutputOf<'moderationSettings.previewRule'>> {
    const { store } = this.#services;
    const pattern = readPattern(typed, 'pattern');
    const accounts = await this.#turns.run(context.window, () => countAccounts(store, pattern));
    return { waiting: await countWaiting(store.read, pattern), accounts };
  }

  /** @throws UserError RULE_NOT_PATTERN, RULE_TOO_WIDE, RULE_TWICE in the field `patterns.N`, TOO_MANY_RULES in `patterns` */
  add(
    context: Context,
    { patterns, decision, note }: ParsedInputOf<'moderationSettings.addRules'>,
  ): Promise<OutputOf<'moderationSettings.addRules'>> {
    const { store, activity } = this.#services;
    // Typed twice is meant once.
    const wanted = new Map(
      patterns.map((typed, index) => {
        const pattern = readPattern(typed, `patterns.${index}`);
        return [shownPattern(pattern), { pattern, index }];
      }),
    );
    return store.write(context, async (tx) => {
      if ((await tx.manager.count(ModerationRule)) + wanted.size > mostRules) {
        throw UserError.inField('patterns', 'TOO_MANY_RULES', { maximum: mostRules });
      }
      const added: ModerationRule[] = [];
      for (const { pattern, index } of wanted.values()) {
        if (await tx.manager.existsBy(ModerationRule, pattern)) {
          throw UserError.inField(`patterns.${index}`, 'RULE_TWICE', { pattern: shownPattern(pattern) });
        }
        const rule = { publicId: newPublicId(), ...pattern, decision, note, decidedCount: 0, createdAt: context.now };
        added.push(await tx.manager.save(tx.manager.create(ModerationRule, rule)));
      }
      await activity.record(tx, context, {
        act: 'moderation.rules-added',
        subject: await this.#subject(tx),
        after: { rules: added.map(shownPattern), ruleDecision: decision, note },
      });
      this.#announce(tx);
      return { rows: added.map(viewOf) };
    });
  }

  async delete(context: Context, publicId: string): Promise<void> {
    const { store, activity } = this.#services;
    await store.write(context, async (tx) => {
      const rule = await tx.manager.findOneBy(ModerationRule, { publicId });
      if (!rule) throw new UserError('NOT_FOUND');
      await tx.manager.delete(ModerationRule, { id: rule.id });
      await activity.record(tx, context, {
        act: 'moderation.rule-deleted',
        subject: await this.#subject(tx),
        before: { rules: [shownPattern(rule)], ruleDecision: rule.decision, note: rule.note },
      });
      this.#announce(tx);
    });
  }

  async #subject(tx: Transaction) {
    const { name } = await this.#services.settings.office(tx.manager);
    return { kind: 'office', id: 1, label: name } as const;
  }

  #announce(tx: Transaction): void {
    tx.afterCommit(() => this.#services.events.changed('moderationSettings', 'moderation'));
  }
}

function decisionOf(rule: MatchingRule | null): RuleDecision | null {
  return rule && { id: rule.id, label: ruleLabel(rule), decision: rule.decision };
}

function viewOf(rule: ModerationRule): View {
  const { publicId, decision, note, decidedCount, createdAt } = rule;
  return { id: publicId, pattern: shownPattern(rule), decision, note, decidedCount, createdAt };
}
