import { useDraft } from '../../components/form/drafts';

interface OpenEntry {
  /** The entry whose form is open, or `new`; null for none. */
  readonly open: string | null;
  readonly add: () => void;
  readonly edit: (entry: { readonly id: string }) => void;
  readonly close: () => void;
}

/** The form that is open over a list. It is open again when the window was locked meanwhile. */
export function useOpenEntry(draftKey: string): OpenEntry {
  const [open = null, setOpen] = useDraft<string | null>(draftKey);
  return {
    open,
    add: () => setOpen('new'),
    edit: ({ id }) => setOpen(id),
    close: () => setOpen(null),
  };
}
