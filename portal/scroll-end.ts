/** WebKit does not say when scrolling has ended, and takes only a hundred changes of a page's history in half a minute. */
const stillMs = 200;

/** Tells once when the window has come to rest. */
export function onScrollEnd(listener: () => void, signal: AbortSignal): void {
  if ('onscrollend' in window) {
    addEventListener('scrollend', listener, { signal });
    return;
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  const moved = () => {
    clearTimeout(timer);
    timer = setTimeout(listener, stillMs);
  };
  addEventListener('scroll', moved, { signal, passive: true });
  signal.addEventListener('abort', () => clearTimeout(timer));
}
