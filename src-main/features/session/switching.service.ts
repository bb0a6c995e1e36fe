import type { OutputOf } from '../../../src-shared/contract';
import { actorOf, type Context } from '../../context';
import { UserError } from '../../errors';
import type { Store } from '../../store/store';
import type { ActivityService } from '../activity/activity.service';
import { ownAct } from './own-act';
import { actorAt, listedPlaces, type Places } from './places';
import type { WindowSessions } from './window-sessions';

export interface SwitchingServices {
  readonly store: Store;
  readonly sessions: WindowSessions;
  readonly places: Places;
  readonly activity: ActivityService;
}

/** Whoever may act for several accounts goes from one to another. */
export class SwitchingService {
  readonly #services: SwitchingServices;

  constructor(services: SwitchingServices) {
    this.#services = services;
  }

  async accounts(context: Context): Promise<OutputOf<'session.accounts'>> {
    const { store, places } = this.#services;
    const { loginId, publicId } = actorOf(context);
    const found = await places.of(store.read, loginId, context.now);
    return { rows: listedPlaces(found.places, publicId) };
  }

  /** Ends the session for the one account and begins one for the other. @throws UserError NOT_FOUND */
  async switchAccount(context: Context, id: string): Promise<void> {
    const { store, sessions, places, activity } = this.#services;
    const { window, now } = context;
    const { loginId, publicId } = actorOf(context);
    const session = sessions.get(window);
    if (!session) throw new UserError('NOT_SIGNED_IN');
    await store.write(context, async (tx) => {
      const found = await places.of(tx.manager, loginId, now);
      const place = found.places.find((one) => one.id === id);
      if (!place) throw new UserError('NOT_FOUND');
      if (id === publicId) return;
      await places.noteComing(tx, place, now);
      const actor = actorAt(place, loginId);
      await activity.record(tx, { ...context, actor }, ownAct(actor, 'session.account-switched'));
      const { account, authorizedUser } = place;
      tx.afterCommit(() => {
        // Whoever has signed out meanwhile stays signed out.
        if (sessions.get(window) !== session) return;
        sessions.begin(window, { ...session, accountId: account.id, authorizedUser });
      });
    });
  }
}
