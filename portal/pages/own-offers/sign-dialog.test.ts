import { expect } from '@open-wc/testing';
import { me } from '../../shell/session.ts';
import { answerWith, refusal, shown } from '../../testing/answers.ts';
import { ownOffer, signInFreelancer } from '../../testing/own-world.ts';
import { openSignDialog } from './sign-dialog.ts';

const path = 'POST /v1/freelancers/me/offers/of_1/acceptance';
const start = location.href;
let stop = () => {};

async function open(more: Record<string, unknown> = {}) {
  signInFreelancer();
  const network = answerWith(more);
  stop = network.stop;
  openSignDialog(ownOffer);
  const dialog = await shown(
    () => document.querySelector<HTMLElement>('portal-sign-dialog dialog[open]'),
    'the dialog',
  );
  return { dialog, asked: network.asked };
}

function sign(dialog: HTMLElement, name: string, agrees = true): void {
  const field = dialog.querySelector<HTMLInputElement>('#typedName')!;
  field.value = name;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  const box = dialog.querySelector<HTMLInputElement>('#agrees')!;
  if (box.checked !== agrees) box.click();
  dialog.querySelector('form')!.requestSubmit();
}

const errorAt = (dialog: HTMLElement, id: string) => dialog.querySelector(`#${id}-error`)?.textContent?.trim();

describe('signing an offer', () => {
  afterEach(() => {
    stop();
    me.set(undefined);
    history.replaceState(null, '', start);
    document.querySelector('portal-sign-dialog')?.remove();
  });

  it('says what arrives and which terms are signed before it is', async () => {
    const { dialog } = await open();
    expect(dialog.textContent).to.contain('$2,880').and.contain(ownOffer.termsHash).and.contain('Version 3');
    await expect(dialog).to.be.accessible();
  });

  it('needs a typed name and consent, and sends nothing without', async () => {
    const { dialog, asked } = await open();
    dialog.querySelector('form')!.requestSubmit();
    await shown(() => errorAt(dialog, 'typedName'), 'the missing name');
    expect(errorAt(dialog, 'agrees')).to.equal('Agree to the terms to sign.');
    expect(dialog.querySelector('#agrees')?.getAttribute('aria-describedby')).to.equal('agrees-error');
    expect(asked).to.deep.equal([]);
    await expect(dialog).to.be.accessible();
  });

  it('signs the version and hash that were read, and opens the contract', async () => {
    const { dialog, asked } = await open({ [path]: { contractId: 'ct_1', contractState: 'active' } });
    sign(dialog, 'Jonas Lindemann');
    await shown(() => location.pathname === '/my/contracts/ct_1', 'the contract');
    expect(asked.map(({ body }) => body)).to.deep.equal([
      { version: 3, termsHash: ownOffer.termsHash, typedName: 'Jonas Lindemann', agrees: true },
    ]);
    expect(document.querySelector('portal-sign-dialog')).to.equal(null);
  });

  it('stays open with the name that was typed when it is not the signer’s, or the terms are old', async () => {
    let answer = () =>
      refusal(422, 'name_differs', [{ pointer: '/typedName', code: 'name_differs', message: 'Type your name.' }]);
    const { dialog } = await open({ [path]: () => answer() });
    sign(dialog, 'Jonas');
    await shown(() => errorAt(dialog, 'typedName'), 'the refused name');
    expect(dialog.querySelector<HTMLInputElement>('#typedName')?.value).to.equal('Jonas');
    answer = () => refusal(409, 'offer_outdated');
    sign(dialog, 'Jonas Lindemann');
    const notice = await shown(() => dialog.querySelector('[role=alert]'), 'that the terms are old');
    expect(notice.textContent).to.contain('no longer the terms of the offer');
    expect(location.href).to.equal(start);
  });
});
