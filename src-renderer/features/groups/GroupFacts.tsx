import type { Group } from '../../../src-shared/contract/groups';
import { NameValueList } from '../../components/NameValueList';
import { Panel } from '../../components/Panel';
import { permissionLabel } from '../../components/permissions/catalogue';

/** A group for those who may look at it and not change it. */
export function GroupFacts({ group }: { readonly group: Group }) {
  return (
    <Panel title="Group">
      <NameValueList
        items={[
          { name: 'Description', value: group.description || 'None' },
          { name: 'Permissions', value: group.permissions.map(permissionLabel).join(', ') || 'None' },
        ]}
      />
    </Panel>
  );
}
