import type { HandlersOf } from '../../handlers';
import type { ProfileTypesService } from './profile-types.service';
import type { ProfilesService } from './profiles.service';

export function profilesHandlers(types: ProfileTypesService, profiles: ProfilesService): HandlersOf<'profiles'> {
  return {
    types: () => types.list(),
    manageableTypes: () => types.list(),
    createType: (context, details) => types.create(context, details),
    updateType: (context, input) => types.update(context, input),
    setTypeArchived: (context, input) => types.setArchived(context, input),
    async deleteType(context, choice) {
      await types.delete(context, choice);
      return {};
    },
    add: (context, input) => profiles.add(context, input),
    update: (context, input) => profiles.update(context, input),
    async remove(context, choice) {
      await profiles.remove(context, choice);
      return {};
    },
  };
}
