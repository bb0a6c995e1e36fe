import { lazy, Suspense, useEffect } from 'react';
import { EmptyState } from '../../components/EmptyState';
import { LoadingState } from '../../components/LoadingState';
import { Page } from '../../components/Page';
import { OfficeMessages } from '../../features/messages/OfficeMessages';
import { useMay } from '../permissions';
import { useVisibleSections } from '../sections';
import { useSession } from '../session/session';
import { greet } from './greeting';
import { SectionTiles } from './SectionTiles';

const Dashboard = lazy(async () => ({ default: (await import('../../features/dashboard/Dashboard')).Dashboard }));

/** Greets, and shows the office in figures, or leads to what the person may do. */
export function StartScreen() {
  const view = useSession((state) => state.view);
  const sections = useVisibleSections();
  const maySeeFigures = useMay('accounts.view');
  useEffect(() => {
    if (maySeeFigures) return loadWhenIdle(() => import('../../features/accounts/list/AccountList'));
  }, [maySeeFigures]);

  return (
    <Page
      title={greet(view?.user?.givenName)}
      description={`You are signed in to the back office of ${view?.officeName ?? ''}.`}
      documentTitle="Start"
    >
      <OfficeMessages />
      {maySeeFigures ? (
        <Suspense fallback={<LoadingState />}>
          <Dashboard />
        </Suspense>
      ) : sections.length === 0 ? (
        <EmptyState title="You have no permissions yet">
          A superuser decides what you may see and do here. Once they have, it appears at the left.
        </EmptyState>
      ) : (
        <SectionTiles sections={sections} />
      )}
    </Page>
  );
}

/** Gets what is likely to be wanted next while nothing else is to be done. */
function loadWhenIdle(load: () => Promise<unknown>): () => void {
  // Whoever needs it, and cannot have it, is told so then.
  const handle = requestIdleCallback(() => void load().catch(() => undefined));
  return () => cancelIdleCallback(handle);
}
