/**
 * A press beside a dialog closes it. Browsers that know `closedby="any"` do it by themselves; for the others this is the
 * dialog's `@click`, where only its backdrop counts: a press on the dialog's own edge has the same target.
 */
export function closeFromOutside({ target, currentTarget, clientX: x, clientY: y, detail }: MouseEvent): void {
  const dialog = currentTarget as HTMLDialogElement;
  // Enter on a button is a click as well, at no place at all.
  if (Object.hasOwn(HTMLDialogElement.prototype, 'closedBy') || target !== dialog || detail === 0) return;
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  if (x < left || x > right || y < top || y > bottom) dialog.close();
}
