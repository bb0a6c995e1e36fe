import { useParams } from 'react-router';
import { isWrongAddress } from '../../../api/failures';
import { useRead } from '../../../api/use-read';
import { MissingRecord } from '../../../components/MissingRecord';
import { Page } from '../../../components/Page';
import { ReadState } from '../../../components/ReadState';
import { useListAddress } from '../../../components/useListAddress';
import { LoadedAccount } from './LoadedAccount';

export function AccountRecord() {
  const { id = '' } = useParams();
  const list = useListAddress('/users');
  const read = useRead('accounts.get', { id });
  if (read.data) return <LoadedAccount key={id} account={read.data} list={list} failure={read.error} />;
  if (isWrongAddress(read.error)) return <MissingRecord title="User" list={{ to: list, label: 'Users' }} />;
  return (
    <Page title="User" width="form" back={{ to: list, label: 'Users' }}>
      <ReadState read={read}>{() => null}</ReadState>
    </Page>
  );
}
