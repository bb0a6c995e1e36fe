import type { HandlersOf } from '../../handlers';
import type { ActivityService } from './activity.service';
import type { RefusedCallsService } from './refused-calls.service';

export function activityHandlers(activity: ActivityService, refusedCalls: RefusedCallsService): HandlersOf<'activity'> {
  return {
    list: (_context, input) => activity.list(input),
    people: (_context, { search }) => activity.people(search),
    refusedCalls: (context, input) => refusedCalls.list(context, input),
  };
}
