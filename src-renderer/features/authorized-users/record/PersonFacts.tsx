import type { AuthorizedUser } from '../../../../src-shared/contract/authorized-users';
import { NameValueList } from '../../../components/NameValueList';
import { Panel } from '../../../components/Panel';
import { formatDateAndTime } from '../../../components/times';
import { loginLabels } from '../words';

/** An authorized user for those who may look at them and not change them. */
export function PersonFacts({ person }: { readonly person: AuthorizedUser }) {
  const { givenName, familyName, email, phone, role, category, loginState, login, recoveryEmail, permissions } = person;
  return (
    <>
      <Panel title="Details">
        <NameValueList
          items={[
            { name: 'Given name', value: givenName },
            { name: 'Family name', value: familyName },
            { name: 'E-mail', value: email },
            { name: 'Phone', value: phone || 'None' },
            { name: 'Role', value: role || 'None' },
            { name: 'Category', value: category?.name ?? 'None' },
            { name: 'Created', value: formatDateAndTime(person.createdAt) },
            { name: 'Last changed', value: formatDateAndTime(person.updatedAt) },
          ]}
        />
      </Panel>
      <Panel title="Login & Permissions">
        <NameValueList
          items={[
            { name: 'Login', value: loginLabels[loginState] },
            ...(login?.username ? [{ name: 'Username', value: login.username }] : []),
            { name: 'Recovery e-mail', value: recoveryEmail || 'None' },
            { name: 'Permissions', value: permissions.map(({ label }) => label).join(', ') || 'None' },
          ]}
        />
      </Panel>
    </>
  );
}
