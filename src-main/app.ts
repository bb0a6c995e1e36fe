import 'reflect-metadata';
import type { Answer } from '../src-shared/contract';
import { passwordMinimum } from '../src-shared/contract/shapes';
import { errorText } from '../src-shared/errors';
import type { ApplicationEvent } from '../src-shared/events';
import type { Clock } from './clock';
import type { Context } from './context';
import { Dispatcher } from './dispatch';
import { Events } from './events';
import { openingHandlers } from './features/opening/opening.handlers';
import { type OpenedBy, OpeningService } from './features/opening/opening.service';
import { passwordsHandlers } from './features/passwords/passwords.handlers';
import { PasswordsService } from './features/passwords/passwords.service';
import { sessionHandlers } from './features/session/session.handlers';
import { WindowSessions } from './features/session/window-sessions';
import { setupHandlers } from './features/setup/setup.handlers';
import { SetupService } from './features/setup/setup.service';
import type { AnyHandler } from './handlers';
import { OfficeSlot } from './office-slot';
import { createFirstOffice, createServices, entities, openHandlers } from './services';
import { dataFolder, officePresence, prepareDataFolder, removeUnfinishedOffice } from './store/folder';
import { acquireFolderLock } from './store/folder-lock';
import { KeyFileTurns } from './store/key/key-file-turns';
import type { KeyStore } from './store/key/key-store';
import type { StoreKey } from './store/key/store-key';
import { openStore } from './store/open-store';
import type { Store } from './store/store';
import { WindowStates } from './window-states';

export interface AppOptions {
  readonly dataDir: string;
  readonly host: 'desktop' | 'browser';
  readonly clock: Clock;
  /** The built (or, in tests, the source) file of the reader thread. */
  readonly readerThread: URL;
  /** The same of the thread that estimates how hard passwords are to guess. */
  readonly strengthThread: URL;
  /** The operating system's key store; null where there is none, as in the browser host. */
  readonly keyStore: KeyStore | null;
  /** Told of errors nobody expected, with their stack; windows never see them. */
  readonly report: (error: unknown) => void;
}

export interface Reply {
  readonly answer: Answer;
  /**
   * Somebody signed in, out or changed the password by this very call: a host that names sessions by a token gives
   * this window a new one. Of calls that overlap it is said in one answer alone.
   */
  readonly isSessionRenewed: boolean;
}

export interface App {
  /**
   * The one door. `window` is the host's own name for the window that asks, never taken from the payload.
   * Never rejects.
   */
  call(window: string, procedure: string, input: unknown): Promise<Reply>;
  /** Events for one window, until the returned function is called. */
  subscribe(window: string, listener: (event: ApplicationEvent) => void): () => void;
  /** The window is gone and its session with it. */
  forget(window: string): void;
  /** Ends every session and closes the store. Calls that are under way are finished first. */
  close(): Promise<void>;
}

/**
 * How often windows are told that they have locked themselves meanwhile, and counted refusals are written. Neither
 * depends on it: whether a window is locked is computed when read, and the count is written before it is read.
 */
const lookAroundEveryMs = 5_000;

/**
 * Puts the application together on a folder, which it locks for itself.
 * @throws OperationalError ALREADY_RUNNING, FOLDER_READ_ONLY, DISK_FULL, NO_FILES, KEY_FILE_MISSING, STORE_FILE_MISSING
 */
export async function createApp(options: AppOptions): Promise<App> {
  const { clock, keyStore, report } = options;
  const folder = dataFolder(options.dataDir);
  prepareDataFolder(folder);
  const lock = acquireFolderLock(folder);
  try {
    removeUnfinishedOffice(folder, lock);
    officePresence(folder);
  } catch (error) {
    lock.release();
    throw error;
  }

  const sessions = new WindowSessions();
  const passwords = new PasswordsService(options.strengthThread);
  const events = new Events((window, change) => windows.mayHear(window, change), report);
  const keyFileTurns = new KeyFileTurns(folder.office.key);
  const parts = { clock, report, folder, keyFileTurns, keyStore, sessions, passwords, events };
  const open = (file: string, key: StoreKey, mayCreate: boolean): Promise<Store> =>
    openStore({ file, key, mayCreate, entities, readerThread: options.readerThread, report });
  const office = new OfficeSlot(folder, async (key) => {
    const store = await open(folder.office.store, key, false);
    try {
      return await createServices(store, key, parts);
    } catch (error) {
      await store.close();
      throw error;
    }
  });
  const windows = new WindowStates({ host: options.host, clock, office, sessions });
  const view = (context: Context) => windows.view(context);
  const opening = new OpeningService({ keyFileTurns, keyStore, report, open: (key, by) => openOffice(key, by) });
  const setup = new SetupService({
    ...parts,
    lock,
    report,
    makeStore: (file, key) => open(file, key, true),
    firstOffice: (store) => createFirstOffice(store, parts),
    open: (key) => openOffice(key, 'day-to-day way'),
  });
  const closedHandlers = {
    setup: setupHandlers(setup),
    opening: openingHandlers(opening),
    passwords: passwordsHandlers(passwords, passwordMinLength),
    session: { state: view },
  };
  let handlers = handlersByName(closedHandlers);
  const dispatcher = new Dispatcher({
    clock,
    folder,
    report,
    resolve: (window, now) => windows.resolve(window, now),
    handlerOf: (procedure) => handlers.get(procedure),
    async assertStillAllowed(manager, window, was, now) {
      await office.opened?.services.session.assertStillAllowed(manager, window, was, now);
    },
    isRecentlyAuthenticated: async (window, now) =>
      (await office.opened?.services.session.isRecentlyAuthenticated(window, now)) ?? false,
    tellEnding: (window) => sessions.tellEnding(window),
    touch: (window, now) => office.opened?.services.session.touch(window, now),
    recordRefusal: async ({ actor, procedure, error: { code }, now }) => {
      await office.opened?.services.refusedCalls.record({ actor, procedure, code }, now);
    },
  });
  const lookingAround = setInterval(() => void lookAround().catch(report), lookAroundEveryMs);
  lookingAround.unref();
  const underWay = new Set<Promise<unknown>>();
  let closing: Promise<void> | null = null;

  async function openOffice(key: StoreKey, by: OpenedBy): Promise<void> {
    await office.open(key, by);
    const services = office.opened?.services;
    if (!services) return;
    const opened = openHandlers(services);
    handlers = handlersByName({
      ...closedHandlers,
      ...opened,
      opening: { ...closedHandlers.opening, ...opened.opening },
      session: sessionHandlers(services.session, services.switching, view),
    });
    events.everySession();
    passwords.prepareDecoy().catch(report);
    if (by === 'recovery code') await services.storeWays.recordRecovery(clock.now()).catch(report);
    // What fell due meanwhile, and what was under way when the application ended, goes on while people sign in.
    lookAround().catch(report);
  }

  async function passwordMinLength(): Promise<number> {
    const services = office.opened?.services;
    return services ? (await services.settings.get()).passwordMinLength : passwordMinimum;
  }

  async function lookAround(): Promise<void> {
    for (const window of await windows.newlyIdle()) events.session(window);
    await office.opened?.services.refusedCalls.flush(clock.now());
    await office.opened?.services.settle.everything(clock.now());
    await office.opened?.services.bulkJobs.finish();
    await office.opened?.services.trashPurge.purgeDue(clock.now());
    await office.opened?.services.fieldRemoval.finish();
  }

  async function finish(): Promise<void> {
    clearInterval(lookingAround);
    events.end();
    await Promise.all(underWay);
    await passwords.close();
    // What cannot be written any more, as on a full disk, must not keep the folder locked.
    await office.close(clock.now()).catch(report);
    lock.release();
  }

  return {
    async call(window, procedure, input) {
      if (closing !== null) return { answer: { ok: false, error: errorText('CLOSING') }, isSessionRenewed: false };
      const call = sessions.noteRenewal(window, () => dispatcher.call(window, procedure, input));
      underWay.add(call);
      const { result, hasRenewed } = await call.finally(() => underWay.delete(call));
      return { answer: result, isSessionRenewed: hasRenewed };
    },
    subscribe: (window, listener) => events.subscribe(window, listener),
    forget: (window) => sessions.forget(window),
    close() {
      // From here on calls are refused: opening the store anew would go on without the folder's lock.
      closing ??= finish();
      return closing;
    },
  };
}

function handlersByName(features: Readonly<Record<string, object>>): ReadonlyMap<string, AnyHandler> {
  return new Map(
    Object.entries(features).flatMap(([feature, handlers]) =>
      Object.entries(handlers).map(([name, handler]) => [`${feature}.${name}`, handler as AnyHandler] as const),
    ),
  );
}
