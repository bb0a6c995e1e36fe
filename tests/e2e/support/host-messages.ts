/** What a spec tells the host process it has started. */
export type ToHost = { readonly type: 'advance'; readonly milliseconds: number } | { readonly type: 'stop' };

/** What the host process tells the spec. */
export type FromHost =
  | { readonly type: 'ready'; readonly url: string }
  | { readonly type: 'advanced' }
  | { readonly type: 'reported'; readonly text: string };
