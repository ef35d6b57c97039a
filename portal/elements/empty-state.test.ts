import { expect, fixture, html } from '@open-wc/testing';
import type { Me } from '../api/wire.ts';
import { list } from '../icons/icons.generated.ts';
import { me } from '../shell/session.ts';
import { type NextStep, noneFit, nothingYet } from './empty-state.ts';

type Role = Me['roles'][number];

const signIn = (...roles: Role[]) =>
  me.set({
    person: { id: 'pe_1', name: 'Tom', email: 'tom@acme.example', locale: null },
    roles,
    memberships: [],
    freelancerId: null,
    operatorRoles: [],
    teamRoles: [],
    features: [],
  });
const begin = html`<button type="button">Post a job</button>`;
const shown = (next: NextStep) =>
  fixture<HTMLElement>(nothingYet({ shape: list, title: 'No job posts yet', text: 'They stand here.', next }));

describe('an empty list', () => {
  afterEach(() => me.set(null));

  it('offers the first step to whoever may take it, and tells the others who can', async () => {
    signIn('recruiter');
    expect((await shown({ for: 'hirer', action: begin })).querySelector('button')).to.have.text('Post a job');
    signIn('viewer');
    const told = await shown({ for: 'hirer', action: begin });
    expect(told.querySelector('button')).to.equal(null);
    expect(told.textContent).to.contain('ask an owner, an account admin, a hiring manager or a recruiter');
    await expect(told).to.be.accessible();
  });

  it('believes the API about a person before the role', async () => {
    signIn('viewer');
    expect((await shown({ for: 'payer', may: true, action: begin })).querySelector('button')).not.to.equal(null);
    signIn('owner');
    const told = await shown({ for: 'payer', may: false, action: begin });
    expect(told.querySelector('button')).to.equal(null);
    expect(told.textContent).to.contain('Owners, account admins and finance admins keep this');
    expect((await shown({ for: 'keeper', may: false, action: begin })).textContent).to.contain('viewers and auditors');
  });

  it('offers nothing where it fills by itself', async () => {
    expect((await shown('itself')).querySelectorAll('button, a').length).to.equal(0);
  });

  it('is told apart from filters that nothing fits, which can be cleared', async () => {
    let cleared = 0;
    const none = await fixture<HTMLElement>(noneFit(list, 'None fits', 'Others do.', () => cleared++));
    const clear = none.querySelector('button')!;
    expect(clear.textContent).to.contain('Clear filters');
    clear.click();
    expect(cleared).to.equal(1);
  });
});
