/**
 * Rows are walked with the arrows (or j and k): the focus stays on the same control of the next row, else on the link
 * that names it. `x` chooses a row. Links and boxes remain ordinary ones, so that Tab and screen readers find them.
 */
export function moveInRows(event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(target)) return;
  const row = target.closest('tr');
  if (!row) return;
  const step = stepOf(event.key);
  if (step !== undefined) {
    event.preventDefault();
    focusIn(rowFrom(row, step), target);
  } else if (event.key === 'x') {
    const box = row.querySelector<HTMLInputElement>('.pick input');
    if (!box) return;
    event.preventDefault();
    box.click();
  }
}

type Step = 'next' | 'previous' | 'first' | 'last';

function stepOf(key: string): Step | undefined {
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return 'next';
    case 'ArrowUp':
    case 'k':
      return 'previous';
    case 'Home':
      return 'first';
    case 'End':
      return 'last';
    default:
      return undefined;
  }
}

function rowFrom(row: Element, step: Step): Element | null {
  switch (step) {
    case 'next':
      return row.nextElementSibling;
    case 'previous':
      return row.previousElementSibling;
    case 'first':
      return row.parentElement?.firstElementChild ?? null;
    case 'last':
      return row.parentElement?.lastElementChild ?? null;
  }
}

function focusIn(row: Element | null, from: HTMLElement): void {
  const wanted = from.matches('.pick input') ? '.pick input' : '.lead-cell a, .lead-cell button';
  const next = row?.querySelector<HTMLElement>(wanted);
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

const isTyping = (target: HTMLElement) =>
  target.matches('textarea, select, input:not([type=checkbox], [type=radio])') || target.isContentEditable;
