import { useRead } from '../../api/use-read';
import { useSession } from '../../app/session/session';
import { NameValueList } from '../../components/NameValueList';
import { Panel } from '../../components/Panel';
import { ReadState } from '../../components/ReadState';

/** Who the account belongs to, as the office has it. */
export function HolderPanel() {
  const view = useSession((state) => state.view);
  const overview = useRead('myAccount.overview', {});
  const isOwn = view?.account?.isOwn !== false;
  const office = view?.officeName ?? 'the office';
  return (
    <Panel
      title={isOwn ? 'Your details' : 'Account holder'}
      description={
        isOwn
          ? `To have one of them changed, ask ${office}.`
          : `Only ${office} changes them, when the account holder asks for it.`
      }
    >
      <ReadState read={overview}>
        {({ holder: { givenName, familyName, email, phone } }) => (
          <NameValueList
            items={[
              { name: 'Given name', value: givenName },
              { name: 'Family name', value: familyName },
              { name: 'E-mail', value: email },
              { name: 'Phone', value: phone || 'None' },
            ]}
          />
        )}
      </ReadState>
    </Panel>
  );
}
