import { createRootRoute } from '@tanstack/react-router';
import { AppLayout } from './app-layout.tsx';
import { NotFoundPage } from './not-found-page.tsx';

export const rootRoute = createRootRoute({
  component: AppLayout,
  notFoundComponent: NotFoundPage,
});

/** As routes ask for what they stand in. */
export const root = () => rootRoute;
