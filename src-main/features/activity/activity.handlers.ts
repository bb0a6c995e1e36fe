import type { HandlersOf } from '../../handlers';
import type { ActivityService } from './activity.service';
import type { RefusedCallsService } from './refused-calls.service';

export function activityHandlers(activity: ActivityService, refusedCalls: RefusedCallsService): HandlersOf<'activity'> {
  return {
    list: (context, input) => activity.list(context, input),
    people: (context, { search }) => activity.people(context, search),
    refusedCalls: (context, input) => refusedCalls.list(context, input),
  };
}
