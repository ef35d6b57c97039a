import type { Page } from '@playwright/test';

/** What sticks out of the widget's place, and what a finger could miss (2.5.8 asks 24 px, the house 44 in narrow places). */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) faults.push(`the page scrolls sideways: ${scrollWidth} of ${clientWidth} px`);
    const element = document.querySelector('main > :last-child') as HTMLElement & { root: ShadowRoot };
    const isNarrow = element.clientWidth < 640;
    const edges = element.getBoundingClientRect();
    const all = [...element.root.querySelectorAll<HTMLElement>('.root *:not(.sr, .sr *)')];
    const scrolls = (part: Element) => {
      for (let at: Element | null = part; at; at = at.parentElement)
        if (at.localName === 'dialog' || /auto|scroll/.test(getComputedStyle(at).overflowX)) return true;
      return false;
    };
    const shown = all.filter((part) => part.checkVisibility({ visibilityProperty: true }));
    const out = shown.filter((part) => {
      const { left, right, width } = part.getBoundingClientRect();
      return width > 0 && (right > edges.right + 1 || left < edges.left - 1) && !scrolls(part);
    });
    for (const part of out.slice(0, 3)) faults.push(`sticks out: ${part.outerHTML.slice(0, 120)}`);
    for (const control of shown) {
      if (!control.matches('button, select, input:not([type=checkbox], [type=radio], .sr), summary')) continue;
      const { height, width } = control.getBoundingClientRect();
      const least =
        isNarrow && control.matches('button:not(.link, .token, .chip, .tag button, [class*=tag] *), select') ? 44 : 24;
      if (height > 0 && (height < least - 0.5 || width < 23.5))
        faults.push(`${Math.round(width)} × ${Math.round(height)} px is too small: ${control.outerHTML.slice(0, 120)}`);
    }
    return faults;
  });
}
