import type { HandlersOf } from '../../handlers';
import type { ProfilesService } from '../profiles/profiles.service';
import type { MyAccountService } from './my-account.service';

export function myAccountHandlers(myAccount: MyAccountService, profiles: ProfilesService): HandlersOf<'myAccount'> {
  return {
    overview: (context) => myAccount.overview(context),
    profiles: (context) => myAccount.profiles(context),
    updateProfile: (context, input) => profiles.updateOwn(context, input),
    activity: (context, input) => myAccount.activity(context, input),
  };
}
