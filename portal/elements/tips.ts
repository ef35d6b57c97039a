import type WaTooltip from '@awesome.me/webawesome/dist/components/tooltip/tooltip.js';
import { adoptStyles } from '../styles/adopt.ts';
import { tipStyles } from '../styles/tip.ts';

const delayMs = 350;
const cutText = '.one-line, .cut, td, th';

type Open = { anchor: HTMLElement; title: string };

/**
 * What stands in a `title`, and what a narrow place cuts off, is said on hover and on focus: the browser's own tip
 * comes for the mouse alone. One tip for the page, loaded when the first is asked for.
 */
export function startTips(root: Document = document): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let tip: Promise<WaTooltip> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let open: Open | undefined;

  const close = () => {
    clearTimeout(timer);
    if (!open) return;
    if (!open.anchor.title) open.anchor.title = open.title;
    open.anchor.removeAttribute('aria-description');
    open = undefined;
    void tip?.then((element) => {
      if (!open) element.open = false;
    });
  };

  const ask = (event: Event, delay: number) => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const found = tipOf(target);
    if (found?.anchor === open?.anchor) return;
    close();
    if (!found) return;
    timer = setTimeout(() => void show(found), delay);
  };

  const show = async ({ anchor, text }: { anchor: HTMLElement; text: string }) => {
    open = { anchor, title: anchor.title };
    // Else the browser shows its own beside ours; whoever listens still hears it.
    if (anchor.title) {
      anchor.title = '';
      anchor.setAttribute('aria-description', text);
    }
    tip ??= load(root);
    const element = await tip;
    if (open?.anchor !== anchor || !anchor.isConnected) return;
    element.anchor = anchor;
    element.textContent = text;
    element.open = true;
  };

  root.addEventListener('pointerover', (event) => event.pointerType !== 'touch' && ask(event, delayMs), { signal });
  root.addEventListener('focusin', (event) => (event.target as Element).matches(':focus-visible') && ask(event, 0), {
    signal,
  });
  for (const end of ['focusout', 'pointerdown', 'scroll'] as const)
    root.addEventListener(end, close, { signal, capture: true, passive: true });
  root.addEventListener('keydown', (event) => event.key === 'Escape' && close(), { signal });
  return () => {
    close();
    stop.abort();
  };
}

function tipOf(target: Element): { anchor: HTMLElement; text: string } | undefined {
  const titled = target.closest<HTMLElement>('[title]');
  if (titled?.title) return { anchor: titled, text: titled.title };
  const cut = target.closest<HTMLElement>(cutText);
  const text = cut?.textContent?.replace(/\s+/g, ' ').trim();
  return cut && text && cut.scrollWidth > cut.clientWidth + 1 && getComputedStyle(cut).textOverflow === 'ellipsis'
    ? { anchor: cut, text }
    : undefined;
}

async function load(root: Document): Promise<WaTooltip> {
  await import('@awesome.me/webawesome/dist/components/tooltip/tooltip.js');
  adoptStyles(tipStyles);
  const element = root.createElement('wa-tooltip');
  element.trigger = 'manual';
  element.distance = 6;
  element.withoutArrow = true;
  element.className = 'no-print';
  root.body.append(element);
  await element.updateComplete;
  return element;
}
