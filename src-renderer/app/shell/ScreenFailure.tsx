import { isRouteErrorResponse, useRouteError } from 'react-router';
import { Page } from '../../components/Page';
import { FailedScreen } from './FailedScreen';
import { NotFoundScreen } from './NotFoundScreen';

/** Stands in for a screen of the workplace that failed. */
export function ScreenFailure() {
  const failure = useRouteError();
  // An address that cannot be read, or leads nowhere.
  if (isRouteErrorResponse(failure)) return <NotFoundScreen />;
  return (
    <Page title="This screen has failed" width="form">
      <FailedScreen failure={failure} />
    </Page>
  );
}
