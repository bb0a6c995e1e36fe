import type { EntityManager } from 'typeorm';
import type { OutputOf, ParsedInputOf } from '../../../src-shared/contract';
import type { MessageTemplate as View } from '../../../src-shared/contract/moderation-settings';
import { hasWholePlaceholders } from '../../../src-shared/placeholders';
import type { Context } from '../../context';
import { UserError } from '../../errors';
import type { Events } from '../../events';
import { fold } from '../../store/fold';
import { newPublicId } from '../../store/public-id';
import type { Store } from '../../store/store';
import type { Transaction } from '../../store/write-gate';
import { assertVersion } from '../accounts/accounts.service';
import type { ActivityService } from '../activity/activity.service';
import { MessageTemplate } from './message-template.entity';

export type { MessageTemplate };

type Details = ParsedInputOf<'moderationSettings.createTemplate'>;

export interface MessageTemplatesServices {
  readonly store: Store;
  readonly activity: ActivityService;
  readonly events: Events;
}

/** Messages that the office has ready for what it decides. */
export class MessageTemplates {
  readonly #services: MessageTemplatesServices;

  constructor(services: MessageTemplatesServices) {
    this.#services = services;
  }

  /** Null where there is none, or it is archived. */
  find(manager: EntityManager, publicId: string): Promise<MessageTemplate | null> {
    return manager.findOneBy(MessageTemplate, { publicId, isArchived: false });
  }

  /** Those that can be chosen, by name. */
  async choices(manager: EntityManager = this.#services.store.read): Promise<OutputOf<'moderation.templates'>> {
    const templates = await manager.find(MessageTemplate, {
      where: { isArchived: false },
      order: { nameFolded: 'ASC', id: 'ASC' },
    });
    return { rows: templates.map(({ publicId, decision, name, text }) => ({ id: publicId, decision, name, text })) };
  }

  async list(): Promise<OutputOf<'moderationSettings.templates'>> {
    const templates = await this.#services.store.read.find(MessageTemplate, {
      order: { decision: 'ASC', nameFolded: 'ASC', id: 'ASC' },
    });
    return { rows: templates.map(viewOf) };
  }

  create(context: Context, details: Details): Promise<View> {
    const { store, activity } = this.#services;
    return store.write(context, async (tx) => {
      const template = await this.add(tx, details, context.now);
      const subject = subjectOf(template);
      await activity.record(tx, context, { act: 'message-template.added', subject, after: recordable(template) });
      return this.#changed(tx, template);
    });
  }

  update(
    context: Context,
    { id, version, ...details }: ParsedInputOf<'moderationSettings.updateTemplate'>,
  ): Promise<View> {
    const { store, activity } = this.#services;
    return store.write(context, async (tx) => {
      const template = await this.#changeable(tx, { id, version });
      await this.#assertAcceptable(tx, details, template.id);
      const before = recordable(template);
      await this.#save(tx, template, { ...details, nameFolded: fold(details.name) }, context.now);
      await activity.record(tx, context, {
        act: 'message-template.changed',
        subject: subjectOf(template),
        before,
        after: recordable(template),
      });
      return this.#changed(tx, template);
    });
  }

  setArchived(
    context: Context,
    { isArchived, ...choice }: ParsedInputOf<'moderationSettings.setTemplateArchived'>,
  ): Promise<View> {
    const { store, activity } = this.#services;
    return store.write(context, async (tx) => {
      const template = await this.#changeable(tx, choice);
      if (template.isArchived === isArchived) return viewOf(template);
      await this.#save(tx, template, { isArchived }, context.now);
      const act = isArchived ? 'message-template.archived' : 'message-template.unarchived';
      await activity.record(tx, context, { act, subject: subjectOf(template) });
      return this.#changed(tx, template);
    });
  }

  /**
   * Adds a template without asking who may, and without a word in the activity: for a new office, and behind `create`.
   * @throws UserError NAME_TAKEN in the field `name`, PLACEHOLDER_MALFORMED in the field `text`
   */
  async add(tx: Transaction, details: Details, now: number): Promise<MessageTemplate> {
    await this.#assertAcceptable(tx, details, null);
    const { decision, name, text } = details;
    return tx.manager.save(
      tx.manager.create(MessageTemplate, {
        publicId: newPublicId(),
        version: 1,
        decision,
        name,
        nameFolded: fold(name),
        text,
        isArchived: false,
        createdAt: now,
        updatedAt: now,
      }),
    );
  }

  /** Names are unique among the templates for the same decision. */
  async #assertAcceptable(tx: Transaction, { decision, name, text }: Details, exceptId: number | null): Promise<void> {
    const other = await tx.manager.findOneBy(MessageTemplate, { decision, nameFolded: fold(name) });
    if (other && other.id !== exceptId) throw UserError.inField('name', 'NAME_TAKEN');
    if (!hasWholePlaceholders(text)) throw UserError.inField('text', 'PLACEHOLDER_MALFORMED');
  }

  async #changeable(
    tx: Transaction,
    { id, version }: { readonly id: string; readonly version: number },
  ): Promise<MessageTemplate> {
    const template = await tx.manager.findOneBy(MessageTemplate, { publicId: id });
    if (!template) throw new UserError('NOT_FOUND');
    assertVersion(template, version);
    return template;
  }

  async #save(
    tx: Transaction,
    template: MessageTemplate,
    changes: Partial<MessageTemplate>,
    now: number,
  ): Promise<void> {
    Object.assign(template, changes, { version: template.version + 1, updatedAt: now });
    await tx.manager.save(template);
  }

  #changed(tx: Transaction, template: MessageTemplate): View {
    tx.afterCommit(() => this.#services.events.changed('moderationSettings'));
    return viewOf(template);
  }
}

function subjectOf({ id, name }: MessageTemplate) {
  return { kind: 'message-template', id, label: name } as const;
}

function recordable({ decision, name, text }: MessageTemplate) {
  return { name, templateFor: decision, text };
}

function viewOf({ publicId, version, decision, name, text, isArchived }: MessageTemplate): View {
  return { id: publicId, version, decision, name, text, isArchived };
}
