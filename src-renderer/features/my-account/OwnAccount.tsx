import { useMayForAccount } from '../../app/permissions';
import { useSession } from '../../app/session/session';
import { Page } from '../../components/Page';
import { HolderPanel } from './HolderPanel';
import { OwnProfiles } from './OwnProfiles';
import { SignInPanel } from './SignInPanel';

/** Whose account it is, what it plays, and how the person gets in. */
export function OwnAccount() {
  const account = useSession((state) => state.view?.account);
  const maySeeProfiles = useMayForAccount('profiles.view');
  return (
    <Page
      title="Account"
      description={account?.isOwn === false ? `You act for ${account.holderName}.` : undefined}
      width="form"
    >
      <HolderPanel />
      {maySeeProfiles && <OwnProfiles />}
      <SignInPanel />
    </Page>
  );
}
