import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  FormControlLabel,
  Radio,
  RadioGroup,
  Typography,
} from '@mui/material';
import { useCallback, useId, useState } from 'react';
import type { AuthorizedUser } from '../../../../src-shared/contract/authorized-users';
import { isDeclined } from '../../../api/failures';
import { useRead } from '../../../api/use-read';
import { ActionButton } from '../../../components/ActionButton';
import { FailureNotice } from '../../../components/FailureNotice';
import { fullName } from '../../../components/people';
import { SearchField } from '../../../components/SearchField';
import { showToast } from '../../../components/toasts';
import type { Linkable, OfficeSide } from './useOfficeSide';

const shortestSearch = 2;

interface LinkDialogProps {
  readonly person: AuthorizedUser;
  readonly side: Pick<OfficeSide, 'link'>;
  readonly onClose: () => void;
}

/** Lets somebody sign in by a login that they have already, here or for another account. */
export function LinkDialog({ person, side, onClose }: LinkDialogProps) {
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<Linkable | null>(null);
  const [isLinking, setIsLinking] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const titleId = useId();
  const textId = useId();
  const isAsked = search.trim().length >= shortestSearch;
  const read = useRead('authorizedUsers.linkable', { id: person.id, search }, { isEnabled: isAsked });
  const find = useCallback((typed: string) => {
    setSearch(typed);
    setChosen(null);
  }, []);

  async function link(to: Linkable): Promise<void> {
    setIsLinking(true);
    setFailure(null);
    try {
      await side.link(person, to);
      showToast(`${fullName(person)} now signs in as ${to.signInName}.`);
      onClose();
    } catch (reason) {
      if (!isDeclined(reason)) setFailure(reason);
    } finally {
      setIsLinking(false);
    }
  }

  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={titleId} aria-describedby={textId}>
      <DialogTitle id={titleId}>Link {fullName(person)} to a login that exists</DialogTitle>
      <DialogContent>
        <DialogContentText id={textId} sx={{ mb: 2 }}>
          For somebody who can sign in already: with an account of their own, or as an authorized user of another. They
          keep one name and one password, and choose after signing in whom they act for.
        </DialogContentText>
        <SearchField label="Search name, e-mail or username" value={search} onChange={find} />
        <Box role="status" sx={{ minHeight: 56, mt: 1 }}>
          {isAsked && read.data?.rows.length === 0 && (
            <Typography variant="body2">Nobody who can sign in fits this search.</Typography>
          )}
          {isAsked && (read.data?.rows.length ?? 0) > 0 && (
            <RadioGroup
              aria-label="Logins found"
              value={chosen ? keyOf(chosen) : ''}
              onChange={(_, key) => setChosen(read.data?.rows.find((row) => keyOf(row) === key) ?? null)}
            >
              {read.data?.rows.map((row) => (
                <FormControlLabel
                  key={keyOf(row)}
                  value={keyOf(row)}
                  control={<Radio />}
                  label={<Login row={row} />}
                  sx={{ alignItems: 'start', py: 0.5 }}
                />
              ))}
            </RadioGroup>
          )}
        </Box>
        <FailureNotice failure={failure ?? read.error} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <ActionButton
          variant="contained"
          disabled={chosen === null}
          isRunning={isLinking}
          onClick={() => {
            if (chosen) void link(chosen);
          }}
        >
          Link
        </ActionButton>
      </DialogActions>
    </Dialog>
  );
}

function Login({ row }: { readonly row: Linkable }) {
  return (
    <Box component="span" sx={{ display: 'block', overflowWrap: 'anywhere', pt: 0.75 }}>
      <b>{row.name}</b>, signs in as {row.signInName}
      <Typography component="span" variant="body2" color="textSecondary" sx={{ display: 'block' }}>
        {row.kind === 'account' ? 'Has an account of their own' : `Authorized user, ${row.email}`}
      </Typography>
    </Box>
  );
}

function keyOf({ kind, id }: Linkable): string {
  return `${kind}/${id}`;
}
