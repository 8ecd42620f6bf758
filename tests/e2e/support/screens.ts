/** The screens in memory that `npm run e2e` started, one for each worker; none on a desktop. */
export const screens = (process.env.APPRODO_SCREENS ?? '').split(' ').filter(Boolean);

/** From now on windows of this worker open where no other's do: focus and clipboard belong to a screen. */
export function takeOwnScreen(): void {
  const own = screens[Number(process.env.TEST_PARALLEL_INDEX)];
  if (own !== undefined) process.env.DISPLAY = own;
}
