import { useRead } from '../../../api/use-read';
import { Panel } from '../../../components/Panel';
import { fullName } from '../../../components/people';
import { ReadState } from '../../../components/ReadState';

export function OwnAuthorizedUsersPanel() {
  const read = useRead('myAuthorizedUsers.list', {});
  return (
    <Panel title="Authorized Users">
      <ReadState read={read}>{({ rows }) => rows.map((row) => <div key={row.id}>{fullName(row)}</div>)}</ReadState>
    </Panel>
  );
}
