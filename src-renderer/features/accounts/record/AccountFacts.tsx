import { Box } from '@mui/material';
import type { Account } from '../../../../src-shared/contract/accounts';
import { NameValueList } from '../../../components/NameValueList';
import { Panel } from '../../../components/Panel';
import { permissionLabel } from '../../../components/permissions/catalogue';
import { formatDateAndTime } from '../../../components/times';

/** The account for those who may look at it and not change it. */
export function AccountFacts({ account }: { readonly account: Account }) {
  const { isStaff, isSuperuser, groups, permissions } = account;
  return (
    <>
      <Panel title="Person">
        <NameValueList
          items={[
            { name: 'E-mail', value: account.email },
            { name: 'Given name', value: account.givenName },
            { name: 'Family name', value: account.familyName },
            { name: 'Phone', value: account.phone || 'None' },
          ]}
        />
      </Panel>
      <Panel title="Status">
        <NameValueList
          items={[
            { name: 'Active', value: account.isActive ? 'Yes' : 'No' },
            { name: 'Staff', value: isSuperuser ? 'Superuser' : isStaff ? 'Yes' : 'No' },
            ...(isStaff
              ? [
                  { name: 'Groups', value: groups.map((group) => group.name).join(', ') || 'None' },
                  { name: 'Permissions', value: permissions.map(permissionLabel).join(', ') || 'None' },
                ]
              : []),
            { name: 'Created', value: formatDateAndTime(account.createdAt) },
            { name: 'Last changed', value: formatDateAndTime(account.updatedAt) },
          ]}
        />
      </Panel>
      {account.notes !== '' && (
        <Panel title="Notes">
          <Box sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere', typography: 'body1' }}>{account.notes}</Box>
        </Panel>
      )}
    </>
  );
}
