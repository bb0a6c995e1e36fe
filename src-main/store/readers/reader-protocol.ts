export interface ReaderThreadData {
  readonly file: string;
  readonly keyPragma: string;
}

export type ReaderJob =
  | { readonly kind: 'all'; readonly sql: string; readonly params: readonly (string | number | null)[] }
  | { readonly kind: 'verify-activity' }
  | { readonly kind: 'integrity' };
