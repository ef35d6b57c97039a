import { html, type TemplateResult } from 'lit';

const gapPx = 4;
const edgePx = 12;

/** A popover under its button: Escape, light dismissal and the focus's return are the browser's own. */
export const popoverMenu = (
  id: string,
  label: unknown,
  content: unknown,
  kind = '',
  onOpen?: () => void,
): TemplateResult =>
  html`<span class="popover-menu">
    <button class="button ${kind}" type="button" popovertarget=${id}>${label}</button>
    <div class="menu anchored" id=${id} popover @beforetoggle=${(event: ToggleEvent) => {
      if (event.newState !== 'open') return;
      onOpen?.();
      place(event);
    }} @click=${closeAfterChoice}>${content}</div>
  </span>`;

/** Kept inside the window; a popover is above everything, so it is placed in the window's own coordinates. */
function place(event: ToggleEvent): void {
  const menu = event.currentTarget as HTMLElement;
  const button = menu.previousElementSibling?.getBoundingClientRect();
  if (!button) return;
  const isInSecondHalf = button.left + button.width / 2 > innerWidth / 2;
  menu.style.setProperty('inset-block-start', `${button.bottom + gapPx}px`);
  menu.style.setProperty('max-block-size', `${Math.max(160, innerHeight - button.bottom - edgePx)}px`);
  menu.style.left = isInSecondHalf ? 'auto' : `${Math.max(edgePx, button.left)}px`;
  menu.style.right = isInSecondHalf ? `${Math.max(edgePx, innerWidth - button.right)}px` : 'auto';
}

/** What was chosen acts on its own; boxes stay open for more. */
function closeAfterChoice(event: Event): void {
  if ((event.target as HTMLElement).closest('.menu-item')) (event.currentTarget as HTMLElement).hidePopover();
}
