import { Button, Stack } from '@mui/material';

interface CursorPagerProps {
  readonly next: string | null;
  readonly previous: string | null;
  /** Undefined leads to the first page. */
  readonly onGo: (cursor: string | undefined) => void;
  /** Says what is shown, such as "50 staff". */
  readonly summary?: string;
  /** The words on the buttons, where others fit the order of the list better. */
  readonly words?: { readonly first: string; readonly previous: string; readonly next: string };
}

const usualWords = { first: 'First', previous: 'Previous', next: 'Next' };

/** First, previous and next page of a list whose pages are found by cursor. */
export function CursorPager({ next, previous, onGo, summary, words = usualWords }: CursorPagerProps) {
  const hasPages = next !== null || previous !== null;
  return (
    <Stack
      component="nav"
      aria-label="Pages"
      direction="row"
      sx={{ alignItems: 'center', justifyContent: 'flex-end', gap: 1, minHeight: 44, typography: 'body2' }}
    >
      <span role="status">{summary}</span>
      {hasPages && (
        <>
          <Button size="small" disabled={previous === null} onClick={() => onGo(undefined)}>
            {words.first}
          </Button>
          <Button size="small" disabled={previous === null} onClick={() => onGo(previous ?? undefined)}>
            {words.previous}
          </Button>
          <Button size="small" disabled={next === null} onClick={() => onGo(next ?? undefined)}>
            {words.next}
          </Button>
        </>
      )}
    </Stack>
  );
}
