/** What the browser host grants a client. Times are in milliseconds. */
export interface Limits {
  readonly bodyBytes: number;
  /** For the headers of a request, and for all of it. */
  readonly headersMs: number;
  readonly requestMs: number;
  /** Between two blank lines on a stream of events. */
  readonly heartbeatMs: number;
  /** How far a client may lag behind its events. */
  readonly unreadEventBytes: number;
  /**
   * Browsers open six connections to a host, for all their windows together. Each stream holds one, so that
   * with too many of them every call would wait for ever.
   */
  readonly eventStreams: number;
  readonly windows: number;
  /** Without a stream or a call for this long a window is taken for closed. A reload takes a few seconds. */
  readonly goneAfterMs: number;
  /**
   * The same for a window whose stream was ended to make room for others. Browsers let the timers of hidden pages
   * run only once a minute, so that its calls may be that far apart.
   */
  readonly parkedGoneAfterMs: number;
  /** A wrong launch key is answered this late, and no more than so many wait for it at a time. */
  readonly wrongKeyDelayMs: number;
  readonly wrongKeysWaiting: number;
  /** How long a stop waits for clients to read their last answers. */
  readonly lastAnswersMs: number;
}

export const defaultLimits: Limits = {
  bodyBytes: 1024 * 1024,
  headersMs: 10_000,
  requestMs: 20_000,
  heartbeatMs: 15_000,
  unreadEventBytes: 1024 * 1024,
  eventStreams: 4,
  windows: 200,
  goneAfterMs: 60_000,
  parkedGoneAfterMs: 150_000,
  wrongKeyDelayMs: 1_000,
  wrongKeysWaiting: 5,
  lastAnswersMs: 2_000,
};
