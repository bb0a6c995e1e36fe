import { useRouteError } from 'react-router';
import { Page } from '../../components/Page';
import { FailedScreen } from './FailedScreen';

/** Stands in for a screen of the workplace that failed. */
export function ScreenFailure() {
  const failure = useRouteError();
  return (
    <Page title="This screen has failed" width="form">
      <FailedScreen failure={failure} />
    </Page>
  );
}
