import type { HandlersOf } from '../../handlers';
import type { GroupsService } from './groups.service';

export function groupsHandlers(groups: GroupsService): HandlersOf<'groups'> {
  return {
    list: (context) => groups.list(context),
    create: (context, details) => groups.create(context, details),
    update: (context, input) => groups.update(context, input),
    async delete(context, input) {
      await groups.delete(context, input);
      return {};
    },
  };
}
