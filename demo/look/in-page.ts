/** What a page says about itself. Runs inside the page: nothing from outside this function is there. */
export function readPage() {
  const shown = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    !element.closest('.visually-hidden, dialog:not([open]), [popover]:not(:popover-open)');
  const nameOf = (element: Element) =>
    `${element.localName}${element.className && typeof element.className === 'string' ? `.${element.className.trim().split(/\s+/).join('.')}` : ''}`;
  const main = document.querySelector('main') ?? document.body;
  const texts: { element: Element; text: string }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.replace(/\s+/g, ' ').trim();
    if (text && node.parentElement && shown(node.parentElement)) texts.push({ element: node.parentElement, text });
  }
  const prose = texts.filter(
    ({ element }) => !element.closest('code, pre, .code, input, textarea, svg, [aria-hidden="true"]'),
  );
  const quote = ({ element, text }: { element: Element; text: string }) => `${nameOf(element)} “${text.slice(0, 60)}”`;
  const cut = [...main.querySelectorAll<HTMLElement>('*')].filter((element) => {
    const { textOverflow, overflowX, webkitLineClamp } = getComputedStyle(element);
    if (!shown(element) || !element.textContent?.trim()) return false;
    const isCut =
      element.scrollWidth > element.clientWidth + 1 && textOverflow === 'ellipsis' && overflowX !== 'visible';
    const isClamped = webkitLineClamp !== 'none' && element.scrollHeight > element.clientHeight + 2;
    return (isCut || isClamped) && !element.title && !element.closest('[title]');
  });
  const width = document.documentElement.clientWidth;
  const wide = [...main.querySelectorAll<HTMLElement>('*')].filter((element) => {
    if (!shown(element) || element.getBoundingClientRect().right <= width + 1) return false;
    for (let box = element.parentElement; box; box = box.parentElement)
      if (getComputedStyle(box).overflowX !== 'visible') return box === document.documentElement;
    return true;
  });
  const targets = [...main.querySelectorAll<HTMLElement>('button, a.button, input, select, [role="button"]')];
  return {
    title: document.title,
    headings: [...document.querySelectorAll('h1')].filter(shown).map((one) => one.textContent?.trim() ?? ''),
    overflow: document.documentElement.scrollWidth - width,
    wide: wide.slice(0, 3).map(nameOf),
    smallText: prose.filter(({ element }) => Number.parseFloat(getComputedStyle(element).fontSize) < 11.9).map(quote),
    cutText: cut.map((element) => quote({ element, text: element.textContent!.trim() })),
    primaries: [...main.querySelectorAll('.button.primary')].filter(shown).map((one) => one.textContent?.trim() ?? ''),
    rawText: prose
      .filter(({ text }) =>
        /\b[a-z]{2,4}_[0-9A-Za-z]{6,}|\bundefined\b|\bNaN\b|\[object|\bnull\b|\b[a-z]{3,}[A-Z][a-z]+\b|—\s*—/.test(
          text,
        ),
      )
      .map(quote),
    smallTargets: targets
      .filter((one) => {
        const box = (one.closest('label') ?? one).getBoundingClientRect();
        return shown(one) && box.width > 0 && (box.height < 24 || box.width < 24);
      })
      .map((one) => quote({ element: one, text: one.textContent?.trim() || one.getAttribute('aria-label') || '' })),
    links: [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
      .filter((link) => link.origin === location.origin)
      .map((link) => link.pathname + link.search),
    shift: (globalThis as { layoutShift?: number }).layoutShift ?? 0,
  };
}

/** Counts what jumps while the page loads; told before the page's own scripts run. */
export function countShifts() {
  const page = globalThis as { layoutShift?: number };
  page.layoutShift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) page.layoutShift! += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}

export type PageReading = ReturnType<typeof readPage>;
