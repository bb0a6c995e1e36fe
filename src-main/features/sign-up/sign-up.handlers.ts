import type { HandlersOf } from '../../handlers';
import type { MessagesService } from './messages.service';
import type { SignUpService } from './sign-up.service';

export function signUpHandlers(signUp: SignUpService): HandlersOf<'signUp'> {
  return {
    mine: (context) => signUp.mine(context),
    resubmit: (context, input) => signUp.resubmit(context, input),
    appeal: (context, input) => signUp.appeal(context, input),
  };
}

export function messagesHandlers(messages: MessagesService): HandlersOf<'messages'> {
  return {
    unread: (context) => messages.unread(context),
    async markRead(context, { id }) {
      await messages.markRead(context, id);
      return {};
    },
  };
}
