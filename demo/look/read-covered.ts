/**
 * What lies under a bar that stays while the page scrolls, though it has the focus: WCAG 2.2, 2.4.11. Runs inside the
 * page: nothing from outside this function is there.
 */
export function readCovered(): string[] {
  const stays = (element: Element) => ['fixed', 'sticky'].includes(getComputedStyle(element).position);
  const barOver = (element: Element, x: number, y: number) => {
    for (let above = document.elementFromPoint(x, y); above; above = above.parentElement) {
      if (above.contains(element)) return undefined;
      if (stays(above)) return above;
    }
    return undefined;
  };
  const covered: string[] = [];
  const before = document.activeElement as HTMLElement | null;
  const all = [...document.querySelectorAll<HTMLElement>('main :is(a[href], button, input, select, textarea)')];
  // Of rows that are all alike some stand for the others.
  const some = all.filter((_, at) => at % Math.ceil(all.length / 12) === 0);
  for (const element of [...some, ...some.toReversed()]) {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.visually-hidden, [inert]'))
      continue;
    element.focus();
    const { left, right, top, bottom } = element.getBoundingClientRect();
    if (document.activeElement !== element || right - left < 2) continue;
    const x = (left + right) / 2;
    const bars = [top + 1, (top + bottom) / 2, bottom - 1].map((y) => barOver(element, x, y));
    if (bars.every((bar) => bar))
      covered.push(`${element.localName} “${element.textContent?.trim().slice(0, 40)}” under ${bars[0]!.className}`);
  }
  before?.focus({ preventScroll: true });
  return [...new Set(covered)].slice(0, 3);
}
