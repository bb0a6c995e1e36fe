import type { StoreCipher } from '../key/store-key';

export interface ReaderThreadData {
  readonly file: string;
  readonly cipher: StoreCipher;
  readonly keyPragma: string;
}

export type ReaderJob =
  | { readonly kind: 'all'; readonly sql: string; readonly params: readonly (string | number | null)[] }
  | { readonly kind: 'verify-activity' }
  | { readonly kind: 'integrity' };
