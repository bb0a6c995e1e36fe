import { Box, Link } from '@mui/material';
import { Link as RouterLink } from 'react-router';
import type { SignUpCase } from '../../../../src-shared/contract/sign-up-cases';
import { useMay } from '../../../app/permissions';
import { fullName } from '../../../components/people';
import { useWayHere } from '../../../components/useWayBack';
import { statusLabels } from '../../accounts/account-words';
import { CaseSection, plainList } from './CaseSection';

const reasonWords = { name: 'same name', phone: 'same phone' } as const;

/** Accounts that may be of the same person. */
export function Duplicates({ duplicates }: { readonly duplicates: SignUpCase['duplicates'] }) {
  const maySeeAccounts = useMay('accounts.view');
  const here = useWayHere('Moderation');
  if (duplicates.length === 0) return null;
  return (
    <CaseSection title="Likely duplicates">
      <Box component="ul" sx={plainList}>
        {duplicates.map((account) => (
          <li key={account.accountId}>
            {maySeeAccounts ? (
              <Link component={RouterLink} to={`/users/${account.accountId}`} state={here} underline="always">
                {fullName(account)}
              </Link>
            ) : (
              <b>{fullName(account)}</b>
            )}
            , {account.reasons.map((reason) => reasonWords[reason]).join(' and ')}
            <Box sx={{ color: 'text.secondary' }}>
              {[account.email, account.phone, statusLabels[account.status]].filter(Boolean).join(' · ')}
            </Box>
          </li>
        ))}
      </Box>
    </CaseSection>
  );
}
