import CloseIcon from '@mui/icons-material/Close';
import { Alert, AlertTitle, Box, IconButton, Tooltip } from '@mui/material';
import { useEffect, useRef } from 'react';
import { useRead } from '../../api/use-read';
import { useWrite } from '../../api/use-write';
import { useSession } from '../../app/session/session';
import { FailureNotice } from '../../components/FailureNotice';
import { formatDateAndTime } from '../../components/times';
import { messageTitles, messageTones, type OfficeMessage } from './message-words';

/** What the office has written to the person, until they have read it. Whoever acts for their account is not shown it. */
export function OfficeMessages() {
  const isOwn = useSession(({ view }) => view?.account?.isOwn === true);
  const read = useRead('messages.unread', {}, { isEnabled: isOwn });
  const marking = useWrite('messages.markRead');
  const place = useRef<HTMLElement>(null);
  const wasPressed = useRef(false);
  const rows = (isOwn && read.data?.rows) || [];

  // The button that was pressed is gone, and with it the keyboard would lose its place.
  useEffect(() => {
    if (!wasPressed.current || document.activeElement !== document.body) return;
    wasPressed.current = false;
    const next = place.current?.querySelector<HTMLElement>('button') ?? document.querySelector<HTMLElement>('h1');
    next?.focus();
  });

  async function markRead({ id }: OfficeMessage): Promise<void> {
    wasPressed.current = true;
    await marking.run({ id });
  }

  return (
    <Box component="section" ref={place} aria-label={`Messages of ${useOfficeName()}`} hidden={rows.length === 0}>
      <FailureNotice failure={marking.failure} />
      {rows.map((message) => (
        <Message key={message.id} message={message} onRead={() => void markRead(message)} />
      ))}
    </Box>
  );
}

interface MessageProps {
  readonly message: OfficeMessage;
  readonly onRead: () => void;
}

function Message({ message, onRead }: MessageProps) {
  const { kind, text, sentAt } = message;
  const title = messageTitles[kind];
  const dismiss = (
    <Tooltip title="I have read this">
      <IconButton size="small" color="inherit" aria-label={`Dismiss: ${title}`} onClick={onRead}>
        <CloseIcon fontSize="small" />
      </IconButton>
    </Tooltip>
  );
  return (
    <Alert severity={messageTones[kind]} role="status" action={dismiss} sx={{ mb: 2, alignItems: 'start' }}>
      <AlertTitle sx={{ mb: 0.5 }}>{title}</AlertTitle>
      <Box sx={{ whiteSpace: 'pre-line' }}>{text}</Box>
      <Box sx={{ typography: 'body2', color: 'text.secondary', mt: 0.5 }}>
        {useOfficeName()}, {formatDateAndTime(sentAt)}
      </Box>
    </Alert>
  );
}

function useOfficeName(): string {
  return useSession(({ view }) => view?.officeName ?? 'the office');
}
