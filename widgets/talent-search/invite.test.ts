import { expect, oneEvent } from '@open-wc/testing';
import { problem } from '../testing/canned-api.ts';
import { cannedJobs } from '../testing/canned-jobs.ts';
import { button, connect, disconnect, find, mountTalentSearch, until } from '../testing/mount.ts';
import type { TalentSearch } from './talent-search.ts';

afterEach(disconnect);

const posts = [
  { id: 'jp_1', title: 'Data engineer', state: 'open' as const },
  { id: 'jp_2', title: 'Designer', state: 'open' as const },
  { id: 'jp_3', title: 'Not yet', state: 'draft' as const },
];

async function opened(kept: Parameters<typeof cannedJobs>[0] = { posts }, locale = 'en') {
  const { api } = connect({ locale }, { grants: { jobPost: { read: true } }, routes: cannedJobs(kept).routes });
  const element = await mountTalentSearch();
  [...element.root.querySelectorAll<HTMLButtonElement>('.actions button')]
    .find((each) => each.textContent!.includes(element.strings.invite))!
    .click();
  await until(() => element.root.querySelector('dialog form, dialog .notice'));
  return { api, element };
}
const box = (element: TalentSearch, name: string) =>
  [...element.root.querySelectorAll('dialog .choice')]
    .find((each) => each.textContent!.includes(name))!
    .querySelector('input')!;

describe('talent search: inviting', () => {
  it('three people are invited by four actions: invite, two ticks, send; each is told of by name', async () => {
    const { api, element } = await opened();
    expect(box(element, 'Amara Okafor').checked).to.equal(true);
    box(element, 'Jonas Lindqvist').click();
    box(element, 'Kenji Watanabe').click();
    await element.updateComplete;
    const sent: unknown[] = [];
    const restore = api.instead('/v1/job-posts/jp_1/invitations', async (request) => {
      sent.push(await request.clone().json());
      restore();
      return Response.json({
        items: [
          { freelancerId: 'fr_1', outcome: 'invited', invitationId: 'iv_1' },
          { freelancerId: 'fr_2', outcome: 'alreadyProposed', invitationId: null },
          { freelancerId: 'fr_4', outcome: 'invited', invitationId: 'iv_2' },
        ],
        invited: 2,
      });
    });
    const invited = oneEvent(element, 'hire-invited');
    button(element, 'Send 3 invitations').click();
    expect((await invited).detail.jobPostId).to.equal('jp_1');
    expect(sent).to.deep.equal([{ freelancerIds: ['fr_1', 'fr_2', 'fr_4'], message: '' }]);
    await until(() => element.root.querySelector('dialog [role=status]'));
    const words = find(element, 'dialog [role=status]').textContent!.replace(/\s+/g, ' ');
    expect(words).to.contain('Amara Okafor is invited').and.contain('Jonas Lindqvist has proposed already');
  });

  it('those chosen for comparing are asked together', async () => {
    const { api } = connect({}, { grants: { jobPost: { read: true } }, routes: cannedJobs({ posts }).routes });
    const element = await mountTalentSearch();
    for (const hit of element.result!.items.slice(1, 3)) element.compare(hit);
    element.invite(element.result!.items[0]!);
    await until(() => element.root.querySelector('dialog form'));
    expect(button(element, 'Send 3 invitations')).to.exist;
    expect(api.requests.some(({ url }) => url.includes('state=open'))).to.equal(true);
  });

  it('only open posts are offered, and without one it says so', async () => {
    const { element } = await opened();
    expect([...element.root.querySelectorAll('dialog option')].map((each) => each.textContent)).to.deep.equal([
      'Data engineer',
      'Designer',
    ]);
    disconnect();
    const { element: without } = await opened({ posts: [] });
    expect(find(without, 'dialog').textContent).to.contain('no open job post');
  });

  it('a refusal is shown beside the words, which stay; the same wish keeps its key', async () => {
    const { api, element } = await opened();
    const keys: (string | null)[] = [];
    const message = find<HTMLTextAreaElement>(element, 'dialog textarea');
    message.value = 'Please have a look.';
    message.dispatchEvent(new Event('input'));
    await element.updateComplete;
    const restore = api.instead('/v1/job-posts/jp_1/invitations', (request) => {
      keys.push(request.headers.get('idempotency-key'));
      return problem(409, 'job_post_not_open', 'rq_1', 'This post is closed.');
    });
    button(element, 'Send invitation').click();
    await until(() => element.root.querySelector('dialog [role=alert]'));
    expect(find(element, 'dialog [role=alert]').textContent).to.contain('This post is closed.');
    expect(message.value).to.equal('Please have a look.');
    button(element, 'Send invitation').click();
    await until(() => keys.length === 2);
    expect(keys[0]).to.equal(keys[1]);
    restore();
  });

  for (const scheme of ['light', 'dark']) {
    for (const lang of ['en', 'de', 'ar']) {
      it(`axe finds nothing: invite, ${scheme}, ${lang}`, async () => {
        Object.assign(document.body.style, { colorScheme: scheme, background: scheme === 'dark' ? '#14171c' : '#fff' });
        const { element } = await opened({ posts }, lang);
        await element.updateComplete;
        await expect(element).to.be.accessible();
        document.body.removeAttribute('style');
      });
    }
  }
});
