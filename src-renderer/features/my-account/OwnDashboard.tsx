import { useRead } from '../../api/use-read';
import { useMayForAccount } from '../../app/permissions';
import { useSession } from '../../app/session/session';
import { greet } from '../../app/start/greeting';
import { Page } from '../../components/Page';
import { ReadState } from '../../components/ReadState';
import { OwnAuthorizedUsersPanel } from '../authorized-users/own/OwnAuthorizedUsersPanel';
import { OfficeMessages } from '../messages/OfficeMessages';
import { AccountStatePanel } from './AccountStatePanel';
import { ActingForPanel } from './ActingForPanel';
import { RecentActivity } from './RecentActivity';

/** What is to be known of the account at a glance, as far as the person may see it. */
export function OwnDashboard() {
  const view = useSession((state) => state.view);
  const overview = useRead('myAccount.overview', {});
  const maySeeAuthorizedUsers = useMayForAccount('authorized-users.view');
  const maySeeActivity = useMayForAccount('activity.view');
  const isOwn = view?.account?.isOwn !== false;

  return (
    <Page
      title={greet(view?.user?.givenName)}
      description={
        isOwn ? `This is your account at ${view?.officeName ?? ''}.` : `You act for ${view?.account?.holderName ?? ''}.`
      }
      documentTitle="Main dashboard"
    >
      <OfficeMessages />
      <ReadState read={overview}>
        {(data) => (
          <>
            {!isOwn && <ActingForPanel holder={data.holder} />}
            <AccountStatePanel overview={data} isOwn={isOwn} />
          </>
        )}
      </ReadState>
      {maySeeAuthorizedUsers && <OwnAuthorizedUsersPanel />}
      {maySeeActivity && <RecentActivity />}
    </Page>
  );
}
