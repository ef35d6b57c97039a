import { nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';

/** What is chosen among tabs that a phone's line does not hold is seen, wherever in them it stands. */
export const intoLine = (isChosen: boolean) => (isChosen ? ref(bringIntoLine) : nothing);

function bringIntoLine(tab: Element | undefined): void {
  if (!tab) return;
  requestAnimationFrame(() => {
    const line = tab.parentElement;
    if (!line || line.scrollWidth <= line.clientWidth) return;
    const [own, whole] = [tab.getBoundingClientRect(), line.getBoundingClientRect()];
    line.scrollLeft += own.left + own.width / 2 - whole.left - whole.width / 2;
  });
}
