import { useRead } from '../../../api/use-read';
import { Page } from '../../../components/Page';
import { ReadState } from '../../../components/ReadState';

export function OwnAuthorizedUserRecord() {
  const read = useRead('myAuthorizedUsers.list', {});
  return (
    <Page title="Authorized user">
      <ReadState read={read}>{() => null}</ReadState>
    </Page>
  );
}
