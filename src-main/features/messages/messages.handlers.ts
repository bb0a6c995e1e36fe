import type { HandlersOf } from '../../handlers';
import type { MessagesService } from './messages.service';

export function messagesHandlers(messages: MessagesService): HandlersOf<'messages'> {
  return {
    unread: (context) => messages.unread(context),
    async markRead(context, { id }) {
      await messages.markRead(context, id);
      return {};
    },
  };
}
