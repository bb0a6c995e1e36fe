import { createBrowserRouter } from 'react-router';
import { sections } from './sections';
import { NotFoundScreen } from './shell/NotFoundScreen';
import { ScreenFailure } from './shell/ScreenFailure';
import { SectionGuard } from './shell/SectionGuard';
import { Shell } from './shell/Shell';
import { StartScreen } from './start/StartScreen';

/** The addresses of the workplace: the start page, and each section with its screens below it. */
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
            { index: true, element: <StartScreen /> },
            ...sections.map((section) => ({
              path: section.path,
              element: <SectionGuard section={section} />,
              children: section.screens,
            })),
            { path: '*', element: <NotFoundScreen /> },
          ],
        },
      ],
    },
  ]);
}
