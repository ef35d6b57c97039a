import { placeToReturnTo } from '../router.ts';

const waitMs = 3_000;

/** After "back": the scroll position, and the focus on the link that was followed, as soon as the page has them. */
export function returnToPlace(main: HTMLElement | null): void {
  const place = placeToReturnTo();
  if (!place || !main) return;
  scrollBackTo(place.scrollY, () => {
    const link = place.left && main.querySelector<HTMLElement>(`a[href="${CSS.escape(place.left)}"]`);
    if (link) link.focus({ preventScroll: true });
    return Boolean(link) || !place.left;
  });
}

/** A list is as long as it was only once its data is there; who moves by themselves meanwhile is left alone. */
export function scrollBackTo(wantedY: number, focus: () => boolean = () => true): void {
  const stop = new AbortController();
  const { signal } = stop;
  const height = new ResizeObserver(tryIt);
  let isFocused = false;
  function tryIt() {
    isFocused ||= focus();
    if (document.documentElement.scrollHeight - innerHeight < wantedY) return;
    scrollTo({ top: wantedY, behavior: 'instant' });
    if (isFocused) stop.abort();
  }
  signal.addEventListener('abort', () => height.disconnect());
  for (const type of ['wheel', 'touchstart', 'keydown', 'pointerdown'])
    addEventListener(type, () => stop.abort(), { signal, passive: true });
  setTimeout(() => stop.abort(), waitMs);
  height.observe(document.body);
  tryIt();
}
