import type { OutputOf } from '../../../src-shared/contract';
import { actorOf, type Context } from '../../context';
import { UserError } from '../../errors';
import type { Events } from '../../events';
import type { Store } from '../../store/store';
import type { Outbox } from '../moderation/outbox.service';

export interface MessagesServices {
  readonly store: Store;
  readonly outbox: Outbox;
  readonly events: Events;
}

/** What the office has written to the person who is signed in. */
export class MessagesService {
  readonly #services: MessagesServices;

  constructor(services: MessagesServices) {
    this.#services = services;
  }

  unread(context: Context): Promise<OutputOf<'messages.unread'>> {
    const { store, outbox } = this.#services;
    return outbox.unread(store.read, actorOf(context).accountId, context.now);
  }

  /** @throws UserError NOT_FOUND, also for somebody else's */
  async markRead(context: Context, publicId: string): Promise<void> {
    const { store, outbox, events } = this.#services;
    const { accountId } = actorOf(context);
    await store.write(context, async (tx) => {
      if (!(await outbox.markRead(tx, publicId, accountId, context.now))) throw new UserError('NOT_FOUND');
      tx.afterCommit(() => events.changedFor(accountId, 'messages'));
    });
  }
}
