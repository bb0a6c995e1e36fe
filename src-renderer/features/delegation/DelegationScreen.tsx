import { useRead } from '../../api/use-read';
import { Page } from '../../components/Page';
import { ReadState } from '../../components/ReadState';

export function DelegationScreen() {
  const read = useRead('delegation.categories', {});
  return (
    <Page title="Categories & permissions">
      <ReadState read={read}>{() => null}</ReadState>
    </Page>
  );
}
