import type { HandlersOf } from '../../handlers';
import type { StaffService } from './staff.service';

export function staffHandlers(staff: StaffService): HandlersOf<'staff'> {
  return {
    list: (context, input) => staff.list(context, input),
    get: (context, { id }) => staff.get(context, id),
    create: (context, input) => staff.create(context, input),
    update: (context, input) => staff.update(context, input),
    deactivate: (context, choice) => staff.deactivate(context, choice),
    activate: (context, choice) => staff.activate(context, choice),
    giveOneTimePassword: (context, choice) => staff.giveOneTimePassword(context, choice),
    grantable: (context) => staff.grantable(context),
  };
}
