/** Where a window is hidden nothing is painted; what waits must still come. */
const AT_THE_LATEST_MS = 1_500;

/**
 * When the door is on the screen. What the door does not need waits for it: an old laptop has two cores, and
 * whatever else is read or started in that moment is time before somebody sees where to type.
 */
export const doorPainted = new Promise<void>((resolve) => {
  const observer = new PerformanceObserver((list) => {
    if (list.getEntriesByName('first-contentful-paint').length === 0) return;
    observer.disconnect();
    resolve();
  });
  observer.observe({ type: 'paint', buffered: true });
  setTimeout(resolve, AT_THE_LATEST_MS);
});
