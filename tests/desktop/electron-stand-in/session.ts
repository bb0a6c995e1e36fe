import { EventEmitter } from 'node:events';
import type { OnBeforeRequestListenerDetails, Protocol, Session, WebRequest } from 'electron';
import { world } from './world';

type UsedOfSession = Pick<
  Session,
  | 'isPersistent'
  | 'setPermissionCheckHandler'
  | 'setPermissionRequestHandler'
  | 'setDevicePermissionHandler'
  | 'setSpellCheckerEnabled'
>;
type ProtocolHandler = Parameters<Protocol['handle']>[1];
type RequestListener = (
  details: OnBeforeRequestListenerDetails,
  callback: (response: { cancel?: boolean }) => void,
) => void;

export class StandInSession extends EventEmitter implements UsedOfSession {
  permissionCheck: Parameters<Session['setPermissionCheckHandler']>[0] = null;
  permissionRequest: Parameters<Session['setPermissionRequestHandler']>[0] = null;
  devicePermission: Parameters<Session['setDevicePermissionHandler']>[0] = null;
  hasSpellChecker = true;
  readonly partition: string;
  readonly #schemes = new Map<string, ProtocolHandler>();
  #beforeRequest: RequestListener | null = null;

  readonly protocol: Pick<Protocol, 'handle'> = {
    handle: (scheme, handler) => {
      if (this.#schemes.has(scheme)) throw new Error(`The scheme ${scheme} is already handled.`);
      this.#schemes.set(scheme, handler);
    },
  };

  readonly webRequest = {
    onBeforeRequest: (listener: RequestListener) => {
      this.#beforeRequest = listener;
    },
  } satisfies Partial<Record<keyof WebRequest, unknown>>;

  constructor(partition: string) {
    super();
    this.partition = partition;
  }

  isPersistent(): boolean {
    return this.partition === '' || this.partition.startsWith('persist:');
  }

  setPermissionCheckHandler(handler: StandInSession['permissionCheck']): void {
    this.permissionCheck = handler;
  }

  setPermissionRequestHandler(handler: StandInSession['permissionRequest']): void {
    this.permissionRequest = handler;
  }

  setDevicePermissionHandler(handler: StandInSession['devicePermission']): void {
    this.devicePermission = handler;
  }

  setSpellCheckerEnabled(isEnabled: boolean): void {
    this.hasSpellChecker = isEnabled;
  }

  /** A request as a page makes it: first asked for, then answered by the scheme's handler in this session. */
  async load(url: string, method = 'GET'): Promise<Response> {
    if (this.isCancelled(url)) throw new Error(`ERR_BLOCKED_BY_CLIENT (-20) loading '${url}'`);
    const handler = this.#schemes.get(new URL(url).protocol.slice(0, -1));
    if (!handler) throw new Error(`ERR_UNKNOWN_URL_SCHEME (-302) loading '${url}'`);
    return handler(new Request(url, { method }));
  }

  isCancelled(url: string): boolean {
    let isCancelled = false;
    const details: OnBeforeRequestListenerDetails = {
      id: 1,
      url,
      method: 'GET',
      resourceType: 'other',
      referrer: '',
      timestamp: 0,
      uploadData: [],
    };
    this.#beforeRequest?.(details, (answer) => {
      isCancelled = answer.cancel ?? false;
    });
    return isCancelled;
  }
}

const sessions = new Map<string, StandInSession>();

function sessionOf(partition: string): StandInSession {
  const known = sessions.get(partition);
  if (known) return known;
  const made = new StandInSession(partition);
  sessions.set(partition, made);
  return made;
}

export function allSessions(): StandInSession[] {
  return [...sessions.values()];
}

export const session = {
  get defaultSession(): StandInSession {
    world.assertReady('session.defaultSession');
    return sessionOf('');
  },
  fromPartition(partition: string): StandInSession {
    world.assertReady('session.fromPartition');
    return sessionOf(partition);
  },
};
