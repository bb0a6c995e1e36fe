import { useRead } from '../../../api/use-read';
import { Page } from '../../../components/Page';
import { ReadState } from '../../../components/ReadState';

export function AddAuthorizedUser() {
  const read = useRead('delegation.choices', {});
  return (
    <Page title="Add Authorized User">
      <ReadState read={read}>{() => null}</ReadState>
    </Page>
  );
}
