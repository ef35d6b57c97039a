import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../define/proposals.ts';
import { problem } from '../testing/canned-api.ts';
import { cannedJobs } from '../testing/canned-jobs.ts';
import { cannedProposals } from '../testing/canned-proposals.ts';
import { button, connect, disconnect, find, until } from '../testing/mount.ts';
import type { Proposals } from './proposals.ts';

afterEach(disconnect);

const everything = { read: true, note: true, decide: true, message: true };

async function opened({
  count = 4,
  grants = everything as Record<string, boolean>,
  locale = 'en' as string | undefined,
  page = (content: unknown) => html`<div>${content}</div>`,
} = {}) {
  const kept = cannedProposals({ count });
  const { api, embed } = connect({ locale }, { grants: { proposals: grants }, routes: kept.routes });
  const host = await fixture(page(html`<hire-proposals job-id="jp_1"></hire-proposals>`));
  const element = host.querySelector<Proposals>('hire-proposals')!;
  await until(() => element.strings && element.matches(':state(ready), :state(empty), :state(error)'));
  await until(() => !count || element.root.querySelector('dialog'));
  return { ...kept, api, embed, element };
}

const names = (element: Proposals) => [...element.root.querySelectorAll('.name')].map((each) => each.textContent);
const said = (element: Proposals) => element.root.querySelector('p[role=status]')!.textContent!.trim();
const press = (key: string) => sendKeys({ press: key });
async function write(element: Proposals, id: string, words: string) {
  await until(() => element.root.getElementById(id));
  const field = element.root.getElementById(id) as HTMLTextAreaElement;
  field.value = words;
  field.dispatchEvent(new Event('input'));
  await element.updateComplete;
}

describe('proposals: the board', () => {
  it('shows who, for how much, how well it fits and where it stands', async () => {
    const { element } = await opened();
    expect(names(element)).to.deep.equal([
      'Amara Okafor',
      'Jonas Lindqvist',
      'Mariana Souza e Silva',
      'Kenji Watanabe',
    ]);
    const first = find(element, '.item').textContent!.replace(/\s+/g, ' ');
    expect(first)
      .to.contain('$65 per hour')
      .and.contain('2 of 3 skills')
      .and.contain('98% Job Success')
      .and.contain('★ 4.5');
    expect(said(element)).to.equal('4 proposals');
  });

  it('sorts and filters by the API, and keeps what is there until the answer comes', async () => {
    const { element, api } = await opened();
    const select = find<HTMLSelectElement>(element, '[part=bar] select');
    select.value = 'bidHigh';
    select.dispatchEvent(new Event('change'));
    await until(() => names(element)[0] === 'Kenji Watanabe');
    const search = find<HTMLInputElement>(element, '[type=search]');
    search.value = 'amara';
    search.dispatchEvent(new Event('input'));
    await until(() => names(element).length === 1);
    expect(api.requests.at(-1)!.url).to.contain('q=amara');
  });

  it('where the host names no post the person chooses one, and finds the way back', async () => {
    const kept = cannedProposals();
    const { routes } = cannedJobs({ posts: [{ id: 'jp_1', title: 'Front-end engineer', state: 'open' }] });
    connect({}, { grants: { proposals: everything, jobPost: { read: true } }, routes: { ...routes, ...kept.routes } });
    const element = await fixture<Proposals>(html`<hire-proposals job-id=""></hire-proposals>`);
    await until(() => button(element, 'Front-end engineer'));
    button(element, 'Front-end engineer').click();
    await until(() => names(element).length === 4);
    expect(element.jobId).to.equal('jp_1');
    button(element, 'Choose a job post').click();
    await until(() => button(element, 'Front-end engineer') && !names(element).length);
  });

  it('posts that cannot be read are no list that loads for ever: it says so, and tries again', async () => {
    const { routes } = cannedJobs({ posts: [{ id: 'jp_1', title: 'Front-end engineer', state: 'open' }] });
    const { api } = connect({}, { grants: { proposals: everything, jobPost: { read: true } }, routes });
    const restore = api.instead('/v1/job-posts', () => problem(503, 'unavailable', 'rq_8'));
    const element = await fixture<Proposals>(html`<hire-proposals job-id=""></hire-proposals>`);
    await until(() => element.matches(':state(error)') && element.root.querySelector('[role=alert]'));
    expect(find(element, '[role=alert]').textContent).to.contain('rq_8');
    expect(element.root.querySelector('.bone')).to.equal(null);
    restore();
    button(element, 'Try again').click();
    await until(() => button(element, 'Front-end engineer'));
  });

  it('nobody yet is said in words', async () => {
    const { element } = await opened({ count: 0 });
    expect(element.matches(':state(empty)')).to.equal(true);
    expect(find(element, '[name=empty]').textContent).to.contain('No proposals yet');
  });

  it('says what failed, and tries again', async () => {
    const kept = cannedProposals();
    const { api } = connect({}, { grants: { proposals: everything }, routes: kept.routes });
    const restore = api.instead('/v1/job-posts/jp_1/proposals', () => problem(503, 'unavailable', 'rq_9'));
    const element = await fixture<Proposals>(html`<hire-proposals job-id="jp_1"></hire-proposals>`);
    await until(() => element.matches(':state(error)') && element.root.querySelector('[role=alert]'));
    expect(find(element, '[role=alert]').textContent).to.contain('rq_9');
    restore();
    button(element, 'Try again').click();
    await until(() => names(element).length === 4);
  });

  it('without the right to decide there is no button for it, and the key does nothing', async () => {
    const { element, cards } = await opened({ grants: { read: true } });
    expect(button(element, /^Shortlist Amara/)).to.equal(undefined);
    find(element, '.name').focus();
    await press('s');
    expect(cards[0]!.isShortlisted).to.equal(false);
  });

  it('shows no markup of what people wrote', async () => {
    const { element, cards, embed } = await opened();
    cards[0]!.letterExcerpt = '<img src=x onerror=alert(1)>';
    embed.update({ locale: 'de' });
    element.look({ sort: 'newest' });
    await until(() => find(element, '.excerpt')?.textContent?.includes('<img'));
    expect(element.root.querySelectorAll('img').length).to.equal(0);
  });
});

describe('proposals: by keyboard alone', () => {
  it('goes from proposal to proposal, shortlists, archives and takes it back', async () => {
    const { element, cards } = await opened();
    find(element, '.name').focus();
    await press('j');
    expect(element.root.activeElement!.textContent).to.equal('Jonas Lindqvist');
    await press('s');
    await until(() => cards[1]!.isShortlisted);
    expect(said(element)).to.contain('Jonas Lindqvist is on the shortlist');
    await press('a');
    await until(() => cards[1]!.isArchived);
    await until(() => element.root.activeElement?.textContent === 'Mariana Souza e Silva');
    expect(names(element)).not.to.include('Jonas Lindqvist');
    await press('u');
    await until(() => !cards[1]!.isArchived);
    await until(() => names(element).includes('Jonas Lindqvist'));
  });

  it('opens one, and with it open the next; Escape leads back to the list', async () => {
    const { element } = await opened();
    find(element, '.name').focus();
    await press('o');
    await until(() => element.root.querySelector('aside h2')?.textContent === 'Amara Okafor');
    await until(() => element.root.activeElement?.localName === 'h2');
    expect(find(element, 'aside').textContent).to.contain('A trading desk').and.contain('work.pdf');
    await press('j');
    await until(() => element.root.querySelector('aside h2')?.textContent === 'Jonas Lindqvist');
    await press('Escape');
    await until(() => element.root.activeElement?.textContent === 'Jonas Lindqvist');
    expect(element.root.querySelectorAll('aside').length).to.equal(0);
  });

  it('rates with a digit, and takes it back with the same', async () => {
    const { element, cards } = await opened();
    find(element, '.name').focus();
    await press('4');
    await until(() => cards[0]!.rating.own === 4);
    await until(() => element.board!.items[0]!.rating.own === 4);
    await press('4');
    await until(() => cards[0]!.rating.own === null);
  });

  it('letters in a field are letters', async () => {
    const { element, cards } = await opened();
    find(element, '.name').focus();
    await press('m');
    await until(() => element.root.activeElement?.id === 'message');
    await sendKeys({ type: 'as soon' });
    expect((element.root.activeElement as HTMLTextAreaElement).value).to.equal('as soon');
    expect(cards[0]!.isShortlisted || cards[0]!.isArchived).to.equal(false);
  });

  it('compares side by side', async () => {
    const { element } = await opened();
    find(element, '.name').focus();
    await press('c');
    await press('j');
    await press('c');
    await press('v');
    await until(() => element.root.querySelector('dialog[open] table'));
    expect(element.root.querySelectorAll('dialog th[scope=col]').length).to.equal(2);
    await press('Escape');
    await until(() => !element.root.querySelector('dialog')!.open);
  });
});

describe('proposals: deciding', () => {
  it('writes a message; what was begun stays when one goes on', async () => {
    const { element, threads } = await opened();
    element.open('pr_1', 'message');
    await write(element, 'message', 'Hello there');
    element.open('pr_2', 'message');
    await until(() => element.root.querySelector('aside h2')?.textContent === 'Jonas Lindqvist');
    element.open('pr_1', 'message');
    await until(() => (element.root.getElementById('message') as HTMLTextAreaElement | null)?.value === 'Hello there');
    button(element, 'Send').click();
    await until(() => threads.get('pr_1')?.length === 1);
    await until(() => find(element, '.thread')?.textContent?.includes('Hello there'));
    expect(said(element)).to.equal('Sent to Amara Okafor.');
    expect(element.board!.items[0]!.state).to.equal('active');
  });

  it('declines with a reason', async () => {
    const { element, bodies } = await opened();
    element.open('pr_1', 'decline');
    await write(element, 'decline', 'Next time.');
    const select = element.root.getElementById('reason') as HTMLSelectElement;
    select.value = 'rateTooHigh';
    select.dispatchEvent(new Event('change'));
    await element.updateComplete;
    find<HTMLFormElement>(element, 'aside form').requestSubmit();
    await until(() => element.board!.items[0]!.state === 'declined');
    expect(bodies.at(-1)).to.deep.equal({ reason: 'rateTooHigh', message: 'Next time.' });
    await until(() => element.root.getElementById('why')?.textContent?.includes('has ended'));
  });

  it('asks for an interview at one of some times', async () => {
    const { element, bodies } = await opened();
    element.open('pr_1', 'interview');
    await write(element, 'interview', 'Let us talk');
    await write(element, 'time-0', '2026-12-01T10:30');
    button(element, 'Ask for an interview').click();
    await until(() => bodies.length);
    expect(bodies[0]).to.deep.equal({ message: 'Let us talk', times: [new Date('2026-12-01T10:30').toISOString()] });
  });

  it('keeps a note for the team', async () => {
    const { element, notes } = await opened();
    element.open('pr_1', 'note');
    await write(element, 'note', 'Strong on tokens');
    button(element, 'Add note').click();
    await until(() => notes.get('pr_1')?.length);
    await until(() => find(element, 'aside').textContent!.includes('Strong on tokens'));
  });

  it('a refusal is said, and the words stay', async () => {
    const { element, api } = await opened();
    api.instead('/v1/proposals/pr_1/messages', (request) =>
      request.method === 'POST'
        ? problem(409, 'proposal_ended', 'rq_1', 'This proposal was withdrawn.')
        : Response.json({ items: [], unread: 0, mayWrite: true, whyNot: null }),
    );
    element.open('pr_1', 'message');
    await write(element, 'message', 'Hello');
    button(element, 'Send').click();
    await until(() => find(element, 'aside [role=alert]')?.textContent?.includes('withdrawn'));
    expect((element.root.getElementById('message') as HTMLTextAreaElement).value).to.equal('Hello');
  });

  it('a flag that the API refuses is taken back, with the reason', async () => {
    const { element, api } = await opened();
    api.instead('/v1/proposals/pr_1/shortlisted', () => problem(409, 'conflict'));
    button(element, 'Shortlist Amara Okafor').click();
    await until(() => element.root.querySelector('[role=alert]'));
    expect(element.board!.items[0]!.isShortlisted).to.equal(false);
  });

  for (const action of ['open', 'shortlist', 'archive'] as const) {
    it(`${action} is the host’s to take over`, async () => {
      const { element, cards } = await opened();
      element.addEventListener('hire-proposal', (event) => event.preventDefault());
      const asked = oneEvent(element, 'hire-proposal');
      if (action === 'open') button(element, 'Amara Okafor').click();
      else void element.flag(element.board!.items[0]!, action === 'shortlist' ? 'isShortlisted' : 'isArchived');
      expect((await asked).detail).to.include({ action, id: 'pr_1' });
      await element.updateComplete;
      expect(element.proposal).to.equal(undefined);
      expect(cards[0]!.isShortlisted || cards[0]!.isArchived).to.equal(false);
    });
  }

  it('goes through fifty without a page, and each key answers at once', async () => {
    const { element, cards } = await opened({ count: 50 });
    find(element, '.name').focus();
    for (let done = 0; done < 50; done++) {
      await press('s');
      await press('j');
    }
    await until(() => cards.every(({ isShortlisted }) => isShortlisted));
  }).timeout(40_000);
});

describe('proposals: for everybody', () => {
  const states: Record<string, (element: Proposals) => Promise<unknown>> = {
    board: async (element) => element.compare(element.board!.items[0]!),
    proposal: async (element) => {
      element.open('pr_1');
      await until(() => element.root.querySelector('aside .prose'));
    },
    message: async (element) => {
      element.open('pr_1', 'message');
      await until(() => element.root.getElementById('message'));
    },
    note: async (element) => {
      element.open('pr_1', 'note');
      await until(() => element.root.getElementById('note'));
    },
    interview: async (element) => {
      element.open('pr_1', 'interview');
      await until(() => element.root.getElementById('time-0'));
    },
    compare: async (element) => {
      for (const card of element.board!.items.slice(0, 3)) element.compare(card);
      element.openCompare();
      await until(() => element.root.querySelector('dialog table'));
    },
  };
  for (const [state, make] of Object.entries(states)) {
    for (const scheme of ['light', 'dark']) {
      // Other languages and looks: demo/gallery.
      it(`axe finds nothing: ${state}, ${scheme}`, async () => {
        const { element } = await opened({
          locale: undefined,
          page: (content) =>
            html`<main lang="en" style=${`color-scheme: ${scheme}; background: ${scheme === 'dark' ? '#14171c' : '#fff'}`}>${content}</main>`,
        });
        await make(element);
        await element.updateComplete;
        await expect(element).to.be.accessible();
      });
    }
  }

  it('fits 320 px, open or not', async () => {
    const { element } = await opened({ page: (content) => html`<div style="inline-size: 320px">${content}</div>` });
    const edge = element.getBoundingClientRect().right + 1;
    const check = () => {
      for (const part of element.root.querySelectorAll('.root *:not(.sr, .sr *, dialog, dialog *)'))
        if (part.checkVisibility())
          expect(part.getBoundingClientRect().right, part.outerHTML.slice(0, 90)).to.be.at.most(edge);
    };
    check();
    for (const part of ['proposal', 'message', 'note', 'interview', 'decline'] as const) {
      element.open('pr_1', part);
      await until(() => element.root.querySelector('aside h2'));
      await element.updateComplete;
      check();
    }
  });
});
