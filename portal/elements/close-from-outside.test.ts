import { expect, fixture, html } from '@open-wc/testing';
import { closeFromOutside } from './close-from-outside.ts';

/** As a browser sends a press: to whatever lies there, which for a backdrop is its dialog. */
function press(target: Element, clientX: number, clientY: number): void {
  target.dispatchEvent(new MouseEvent('click', { clientX, clientY, detail: 1, bubbles: true }));
}

describe('a dialog that a press beside it closes', () => {
  it('is closed by us only where the browser does not do it, and never by a press inside', async () => {
    const dialog = await fixture<HTMLDialogElement>(
      html`<dialog closedby="any" @click=${closeFromOutside}><p>Text</p><button>Inside</button></dialog>`,
    );
    dialog.showModal();
    const { left, top } = dialog.getBoundingClientRect();
    press(dialog, left + 2, top + 2);
    press(dialog.querySelector('button')!, left - 2, top);
    dialog.dispatchEvent(new MouseEvent('click'));
    expect(dialog.open, 'its edge, what is in it and a key are not beside it').to.equal(true);
    press(dialog, left - 2, top + 2);
    expect(dialog.open, 'where closedby is known the browser decides').to.equal('closedBy' in dialog);
    dialog.close();
  });
});
