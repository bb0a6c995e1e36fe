import { Button, Stack } from '@mui/material';
import { useEffect, useRef } from 'react';

interface CursorPagerProps {
  readonly next: string | null;
  readonly previous: string | null;
  /** The last page, null where it is shown; left out in a list that cannot go there. */
  readonly last?: string | null;
  /** Undefined leads to the first page. */
  readonly onGo: (cursor: string | undefined) => void;
  /** Says what is shown, such as "50 staff". */
  readonly summary?: string;
  /** The words on the buttons, where others fit the order of the list better. */
  readonly words?: { readonly first: string; readonly previous: string; readonly next: string };
}

const usualWords = { first: 'First', previous: 'Previous', next: 'Next' };

/** First, previous, next and, where it can be found, last page of a list whose pages are found by cursor. */
export function CursorPager({ next, previous, last, onGo, summary, words = usualWords }: CursorPagerProps) {
  const pages = useRef<HTMLElement>(null);
  const wasPressed = useRef(false);

  // At either end of the list the button that was pressed is disabled, and with it the keyboard would lose its place.
  useEffect(() => {
    const focused = document.activeElement;
    if (!wasPressed.current || (focused !== document.body && !focused?.matches(':disabled'))) return;
    wasPressed.current = false;
    pages.current?.querySelector<HTMLButtonElement>('button:enabled')?.focus();
  });

  function go(cursor: string | null): void {
    wasPressed.current = true;
    onGo(cursor ?? undefined);
  }

  const hasPages = next !== null || previous !== null;
  return (
    <Stack
      component="nav"
      ref={pages}
      aria-label="Pages"
      onBlur={({ relatedTarget }) => {
        if (relatedTarget && !pages.current?.contains(relatedTarget)) wasPressed.current = false;
      }}
      direction="row"
      sx={{
        alignItems: 'center',
        justifyContent: 'flex-end',
        flexWrap: 'wrap',
        columnGap: 1,
        minHeight: 44,
        typography: 'body2',
      }}
    >
      <span role="status">{summary}</span>
      {hasPages && (
        <>
          <Button size="small" disabled={previous === null} onClick={() => go(null)}>
            {words.first}
          </Button>
          <Button size="small" disabled={previous === null} onClick={() => go(previous)}>
            {words.previous}
          </Button>
          <Button size="small" disabled={next === null} onClick={() => go(next)}>
            {words.next}
          </Button>
          {last !== undefined && (
            <Button size="small" disabled={last === null} onClick={() => go(last)}>
              Last
            </Button>
          )}
        </>
      )}
    </Stack>
  );
}
