import { useRead } from '../../../api/use-read';
import { Page } from '../../../components/Page';
import { ReadState } from '../../../components/ReadState';

export function AuthorizedUserList() {
  const read = useRead('authorizedUsers.list', {});
  return (
    <Page title="Authorized users">
      <ReadState read={read}>{() => null}</ReadState>
    </Page>
  );
}
