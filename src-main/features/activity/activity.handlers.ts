import type { HandlersOf } from '../../handlers';
import type { ActivityService } from './activity.service';

export function activityHandlers(activity: ActivityService): HandlersOf<'activity'> {
  return {
    list: (_context, input) => activity.list(input),
    people: (_context, { search }) => activity.people(search),
    refusedCalls: (_context, input) => activity.refusedCalls(input),
  };
}
