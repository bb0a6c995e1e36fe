import type { OfficePermission } from '../../../src-shared/contract/delegation';
import { delegatePermissionCatalogue } from '../../../src-shared/delegate-permissions';
import { api } from '../../api/call';
import { useRead } from '../../api/use-read';
import { counted } from '../../components/numbers';
import { ReadState } from '../../components/ReadState';
import { EntryPanel } from './EntryPanel';
import type { EntryActs, EntryWords } from './entries';
import { AddPermission, EditPermission } from './PermissionForms';
import { useOpenEntry } from './useOpenEntry';

const words: EntryWords<OfficePermission> = {
  one: 'permission',
  title: 'Permissions',
  nameOf: ({ label }) => label,
  detailsOf: ({ group, explanation }) => [`Group: ${group}`, ...(explanation === '' ? [] : [explanation])],
  countOf: ({ useCount }) => counted(useCount, 'authorized user', 'authorized users'),
  whenArchived: 'it is given to nobody new, and whoever has it keeps it.',
};

const acts: EntryActs<OfficePermission> = {
  order: (ids) => api.delegation.orderPermissions({ ids }),
  setArchived: ({ id, version }, isArchived) => api.delegation.setPermissionArchived({ id, version, isArchived }),
  remove: ({ id, version }) => api.delegation.deletePermission({ id, version }),
};

const ownLabels = delegatePermissionCatalogue.map(({ label }) => `“${label}”`).join(', ');

/** The permissions that the office has added. */
export function PermissionsPanel() {
  const read = useRead('delegation.permissions', {});
  const { open, add, edit, close } = useOpenEntry('delegation/permissions/open');
  const edited = read.data?.rows.find(({ id }) => id === open);
  return (
    <ReadState read={read}>
      {({ rows }) => {
        const groups = [...new Set(rows.map(({ group }) => group))];
        return (
          <>
            <EntryPanel
              entries={rows}
              words={words}
              acts={acts}
              description={`Permissions that your office adds, for what is done outside of Steward. Those that Steward itself knows always come first and stay as they are: ${ownLabels}.`}
              hint="A permission such as “Collect parcels” tells your colleagues what somebody may do for an account."
              onAdd={add}
              onEdit={edit}
            />
            {open === 'new' && <AddPermission groups={groups} onClose={close} />}
            {edited && <EditPermission key={edited.id} permission={edited} groups={groups} onClose={close} />}
          </>
        );
      }}
    </ReadState>
  );
}
