import { expect, fixture, html } from '@open-wc/testing';
import type { OnboardingTask } from '../../api/onboarding.ts';
import { me } from '../../shell/session.ts';
import { answerWith, shown } from '../../testing/answers.ts';
import { signInFreelancer } from '../../testing/own-world.ts';
import './contract-onboarding.ts';
import './task-list.ts';

const hash = 'ab'.repeat(32);
const nda: OnboardingTask = {
  id: 'ot_1',
  contract: { id: 'ct_1', title: 'Valves' },
  freelancer: { id: 'fr_1', name: 'Ada Okafor' },
  client: 'Larkmoor',
  team: null,
  kind: 'nda',
  title: 'Non-disclosure',
  instructions: '',
  owner: 'freelancer',
  state: 'open',
  waitsFor: 'freelancer',
  dueAt: '2026-11-28T12:00:00.000Z',
  isLate: false,
  needsDocument: false,
  needsSignature: true,
  content: [{ kind: 'paragraph', content: [{ kind: 'text', text: 'You say nothing.' }] }],
  textHash: hash,
  validMonths: 12,
  validUntil: null,
  completedAt: null,
  submittedAt: null,
  submittedBy: null,
  note: null,
  returnReason: null,
  signature: null,
  documents: [],
  areDocumentsHidden: false,
  classification: null,
  override: null,
  reusedFrom: null,
  renewalOf: null,
  mayDo: true,
  mayDecide: false,
  mayOverride: false,
  signerName: 'Ada Okafor',
};
const done: OnboardingTask = {
  ...nda,
  state: 'accepted',
  waitsFor: null,
  mayDo: false,
  completedAt: '2026-11-23T12:00:00.000Z',
  validUntil: '2027-11-23T12:00:00.000Z',
  signature: { typedName: 'Ada Okafor', textHash: hash, signedAt: '2026-11-23T12:00:00.000Z' },
};
const counts = [{ filter: 'open', count: 1 }];
const own = 'GET /v1/freelancers/me/onboarding';
const signing = 'POST /v1/freelancers/me/onboarding/ot_1/submission';
let stop = () => {};

async function open(answers: Record<string, unknown>, element: unknown) {
  const network = answerWith(answers);
  stop = network.stop;
  const page = await fixture<HTMLElement>(html`<div>${element}</div>`);
  await shown(() => page.querySelector('article, .empty'), 'the tasks');
  return { page, asked: network.asked };
}
const words = (element: Element) => element.textContent?.replace(/\s+/g, ' ') ?? '';
const ownTasks = html`<portal-onboarding-tasks .side=${'freelancer'}></portal-onboarding-tasks>`;

describe('before work', () => {
  beforeEach(() => signInFreelancer());
  afterEach(() => {
    stop();
    me.set(undefined);
    for (const dialog of document.querySelectorAll('portal-do-task-dialog')) dialog.remove();
  });

  it('is signed in two taps: exactly the text that was read, under the own name', async () => {
    let now = nda;
    const answers = {
      [own]: () => ({ items: [now], nextCursor: null, counts }),
      [signing]: () => {
        now = done;
        return done;
      },
    };
    const { page, asked } = await open(answers, ownTasks);
    await expect(page).to.be.accessible();
    page.querySelector<HTMLButtonElement>('article .primary')!.click();
    const dialog = await shown(() => document.querySelector<HTMLElement>('portal-do-task-dialog'), 'the dialog');
    await shown(() => dialog.querySelector('#typedName'), 'the name');
    expect(words(dialog)).to.contain('You say nothing.').and.contain(hash);
    dialog.querySelector('form')!.requestSubmit();
    await shown(() => dialog.querySelector('.field-error'), 'that the name is missing');
    expect(asked.some(({ method }) => method === 'POST')).to.equal(false);
    const name = dialog.querySelector<HTMLInputElement>('#typedName')!;
    name.value = 'Ada Okafor';
    name.dispatchEvent(new InputEvent('input', { bubbles: true }));
    dialog.querySelector('form')!.requestSubmit();
    await shown(() => page.querySelector('article .tag.success'), 'that it is done');
    const sent = asked.find(({ method }) => method === 'POST')!.body as { typedName: string; textHash: string };
    expect([sent.typedName, sent.textHash]).to.deep.equal(['Ada Okafor', hash]);
  });

  it('says in the contract’s room that work waits, and nothing where nothing was asked', async () => {
    const path = 'GET /v1/freelancers/me/contracts/ct_1/onboarding';
    const room = html`<portal-contract-onboarding .contractId=${'ct_1'} .side=${'freelancer'} .revision=${1}></portal-contract-onboarding>`;
    const answer = { contractId: 'ct_1', state: 'open', completedAt: null, tasks: [nda, done], documents: [] };
    const { page } = await open({ [path]: answer }, room);
    expect(words(page)).to.contain('nothing is funded, tracked or billed').and.contain('valid until');
    await expect(page).to.be.accessible();
    stop();
    const other = await open({ [path]: { ...answer, state: 'none', tasks: [] } }, room);
    expect(words(other.page)).to.contain('Nothing was asked before work');
  });
});
