import { createBrowserRouter, type RouteObject } from 'react-router';
import { ownSections } from '../features/my-account/own-sections';
import { addressOf } from './own-sections';
import { sections } from './sections';
import { NotFoundScreen } from './shell/NotFoundScreen';
import { OwnSectionGuard } from './shell/OwnSectionGuard';
import { ScreenFailure } from './shell/ScreenFailure';
import { SectionGuard } from './shell/SectionGuard';
import { Shell } from './shell/Shell';
import { FirstScreen } from './start/FirstScreen';

const ofBackOffice: RouteObject[] = sections.map((section) => ({
  path: section.path,
  element: <SectionGuard section={section} />,
  children: section.screens,
}));

const ofMyAccount: RouteObject[] = ownSections.map((section) => ({
  path: addressOf(section),
  element: <OwnSectionGuard section={section} />,
  children: section.screens,
}));

/** The addresses of the workplace: the first page, each section of the back office with its screens, and My account. */
export function createWorkplaceRouter() {
  return createBrowserRouter([
    {
      element: <Shell />,
      // What fails outside of every screen.
      errorElement: <ScreenFailure />,
      hydrateFallbackElement: <div />,
      children: [
        {
          // What fails inside a screen leaves the shell around it standing.
          errorElement: <ScreenFailure />,
          children: [
            { index: true, element: <FirstScreen /> },
            ...ofBackOffice,
            ...ofMyAccount,
            { path: '*', element: <NotFoundScreen /> },
          ],
        },
      ],
    },
  ]);
}
