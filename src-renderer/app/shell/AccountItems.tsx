import CheckIcon from '@mui/icons-material/Check';
import { Box, Divider, ListItemIcon, ListItemText, MenuItem, Typography } from '@mui/material';
import { failureSentence } from '../../api/failures';
import { useRead } from '../../api/use-read';
import { goOverTo } from '../session/acts';

/** The accounts the person may act for, read whenever the menu opens. */
export function AccountItems({ onChosen }: { readonly onChosen: () => void }) {
  const accounts = useRead('session.accounts', {});

  function choose(id: string, isCurrent: boolean): void {
    onChosen();
    if (!isCurrent) void goOverTo(id);
  }

  return (
    <>
      <Divider />
      <Typography
        role="presentation"
        variant="overline"
        component="p"
        color="textSecondary"
        sx={{ px: 2, lineHeight: 2 }}
      >
        Accounts
      </Typography>
      {!accounts.data && (
        <Box role="presentation" sx={{ px: 2, pb: 1, typography: 'body2', color: 'text.secondary' }}>
          {accounts.error ? failureSentence(accounts.error) : 'Loading…'}
        </Box>
      )}
      {accounts.data?.rows.map(({ id, holderName, isOwn, isCurrent }) => (
        <MenuItem
          key={id}
          role="menuitemradio"
          aria-checked={isCurrent}
          selected={isCurrent}
          onClick={() => choose(id, isCurrent)}
        >
          <ListItemIcon>{isCurrent && <CheckIcon fontSize="small" aria-hidden />}</ListItemIcon>
          <ListItemText
            primary={holderName}
            secondary={isOwn ? 'Your own account' : undefined}
            slotProps={{ primary: { sx: { overflowWrap: 'anywhere', whiteSpace: 'normal' } } }}
          />
        </MenuItem>
      ))}
    </>
  );
}
