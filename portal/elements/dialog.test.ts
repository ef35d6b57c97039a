import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { confirmed, DialogForm, openDialog } from './dialog.ts';
import { moneyField } from './money-field.ts';
import { define } from './portal-element.ts';

const question = { title: 'Leave without saving?', text: 'Your changes will be lost.', confirm: 'Leave' };

async function ask() {
  const answer = confirmed(question);
  const dialog = document.querySelector('portal-confirm-dialog') as HTMLElement & { updateComplete: Promise<unknown> };
  await dialog.updateComplete;
  return { answer, dialog };
}

describe('a question in a dialog', () => {
  it('is answered with yes by its own button only', async () => {
    const { answer, dialog } = await ask();
    expect(dialog.querySelector('h2')).to.have.text('Leave without saving?');
    await expect(dialog).to.be.accessible();
    dialog.querySelector<HTMLButtonElement>('[type=submit]')!.click();
    expect(await answer).to.equal(true);
    expect(document.querySelector('dialog[open]')).to.equal(null);
  });

  it('is answered with no by canceling', async () => {
    const { answer, dialog } = await ask();
    dialog.querySelector<HTMLButtonElement>('.actions button[type=button]')!.click();
    expect(await answer).to.equal(false);
  });

  it('is answered with no by closing the dialog in another way', async () => {
    const { answer, dialog } = await ask();
    dialog.querySelector('dialog')!.close();
    expect(await answer).to.equal(false);
  });
});

class AmountDialog extends DialogForm {
  protected heading = 'Pay a bonus';
  protected submitLabel = 'Pay';

  protected fields() {
    return html`${moneyField({ id: 'amount', label: 'Amount', value: null, currency: 'USD', onChange: () => {} })}
      <input aria-label="A word with it" />`;
  }

  protected async send(): Promise<boolean> {
    return true;
  }
}
define('test-amount-dialog', AmountDialog);

describe('a form in a dialog', () => {
  it('begins at its first field, also where that draws itself', async () => {
    const dialog = openDialog(new AmountDialog());
    await dialog.updateComplete;
    await dialog.querySelector<AmountDialog>('portal-money-field')!.updateComplete;
    await Promise.resolve();
    expect(document.activeElement?.id).to.equal('amount');
    dialog.close();
  });
});
