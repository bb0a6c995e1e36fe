import { useRead } from '../../../api/use-read';
import { Page } from '../../../components/Page';
import { ReadState } from '../../../components/ReadState';

export function OwnAuthorizedUserList() {
  const read = useRead('myAuthorizedUsers.list', {});
  return (
    <Page title="Authorized Users">
      <ReadState read={read}>{() => null}</ReadState>
    </Page>
  );
}
