import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { problem } from '../testing/canned-api.ts';
import { button, disconnect, find, until } from '../testing/mount.ts';
import { connectJobs, input, mountJobPost, openStep, says, text, type } from '../testing/mount-job-post.ts';
import type { JobPostForm } from './job-post.ts';

afterEach(disconnect);

const patches = (api: ReturnType<typeof connectJobs>['api']) =>
  api.requests.filter(({ method, url }) => ['POST', 'PATCH'].includes(method) && url.includes('/v1/job-posts'));

const begun = async (options: Parameters<typeof connectJobs>[0] = {}, more: Parameters<typeof connectJobs>[1] = {}) => {
  const connected = connectJobs({ withTemplates: false, ...options }, more);
  return { ...connected, element: await mountJobPost() };
};

const whole = {
  id: 'jp_9',
  title: 'Data engineer',
  description: {
    markdown: 'Move **tables**.',
    content: [{ kind: 'paragraph' as const, content: [{ kind: 'text' as const, text: 'Move tables.' }] }],
  },
  categoryId: 'web-development',
  budget: { kind: 'fixed' as const, amount: { amountMinor: 500000, currency: 'USD' } },
};
const editing = async (
  options: Parameters<typeof connectJobs>[0] = {},
  more: Parameters<typeof connectJobs>[1] = {},
) => {
  const connected = connectJobs({ posts: [whole], ...options }, more);
  return { ...connected, element: await mountJobPost(html`<hire-job-post job-id="jp_9"></hire-job-post>`) };
};

describe('job post: beginning', () => {
  it('from a template it takes three screens: choose, look over, publish', async () => {
    const { jobs } = connectJobs();
    const element = await mountJobPost();
    expect(element.matches(':state(empty)')).to.equal(true);
    button(element, /^Front-end engineer/).click();
    await until(() => input(element, 'title')?.value === 'Front-end engineer for a design system');
    button(element, 'Review').click();
    await until(() => element.root.querySelector('[part=preview]'));
    expect(text(element)).to.contain('$60 – $90 (Hourly)');
    const posted = oneEvent(element, 'hire-job-posted');
    button(element, 'Publish').click();
    expect((await posted).detail.jobPost.state).to.equal('open');
    expect(jobs.post('jp_1')!.templateId).to.equal('jt_1');
    await until(() => text(element).includes('Freelancers can answer'));
  });

  it('a draft that somebody left goes on where it was', async () => {
    connectJobs({ posts: [whole] });
    const element = await mountJobPost();
    button(element, /^Data engineer/).click();
    await until(() => input(element, 'description')?.value === 'Move **tables**.');
    expect(element.value).to.equal('jp_9');
  });

  it('without templates and drafts the form is there at once, and nothing is saved before a word', async () => {
    const { api, element } = await begun();
    expect(input(element, 'title')).to.exist;
    expect(patches(api).length).to.equal(0);
  });

  it('what the host says is filled in first', async () => {
    connectJobs();
    const element = await mountJobPost(
      html`<hire-job-post .fields=${{ title: 'Wanted', team: 'Data' }}></hire-job-post>`,
    );
    expect(input(element, 'title').value).to.equal('Wanted');
  });

  it('a post that is not there says so', async () => {
    connectJobs();
    const failed = oneEvent(document, 'hire-error');
    const element = await mountJobPost(html`<hire-job-post job-id="jp_none"></hire-job-post>`);
    expect((await failed).detail.code).to.equal('not_found');
    expect(find(element, '[role=alert]').textContent).to.contain('no longer here');
  });
});

describe('job post: saving', () => {
  it('begins with the first words and then sends only what changed, by revision', async () => {
    const { api, element, jobs, bodies } = await begun();
    await type(element, 'title', 'Writer');
    await until(() => /^Saved at/.test(says(element)));
    await type(element, 'description', 'Words.');
    await until(() => jobs.post('jp_1')?.description.markdown === 'Words.');
    const [first, second] = patches(api);
    expect(first!.method).to.equal('POST');
    expect(first!.headers.get('idempotency-key')).to.match(/^\w{16,}$/);
    expect(bodies.at(-1)).to.deep.equal({ description: 'Words.' });
    expect(second!.headers.get('if-match')).to.equal('"jp_1.1"');
    expect(element.value).to.equal('jp_1');
  });

  it('what is typed while a request is under way goes with the next', async () => {
    const { element, jobs, api } = await editing();
    let release = () => {};
    const restore = api.instead('/v1/job-posts/jp_9', async (request) => {
      restore();
      await new Promise<void>((resolve) => (release = resolve));
      return api.answer(request);
    });
    await type(element, 'title', 'One');
    await until(() => says(element) === 'Saving …');
    await until(() => api.requests.at(-1)?.method === 'PATCH');
    await type(element, 'title', 'Two');
    release();
    await until(() => jobs.post('jp_9')!.title === 'Two');
    expect(input(element, 'title').value).to.equal('Two');
  });

  it('offline, words are kept, the page asks before it goes, and they are sent when the network is back', async () => {
    const { element, jobs, api } = await editing();
    const restore = api.instead('/v1/job-posts/jp_9', () => Promise.reject(new TypeError('Failed to fetch')));
    await type(element, 'title', 'Kept');
    await until(() => says(element).startsWith('No connection'));
    const leaving = new Event('beforeunload', { cancelable: true });
    dispatchEvent(leaving);
    expect(leaving.defaultPrevented).to.equal(true);
    expect(input(element, 'title').value).to.equal('Kept');
    restore();
    dispatchEvent(new Event('online'));
    await until(() => jobs.post('jp_9')!.title === 'Kept');
    await until(() => /^Saved at/.test(says(element)));
    const going = new Event('beforeunload', { cancelable: true });
    dispatchEvent(going);
    expect(going.defaultPrevented).to.equal(false);
  });

  it('taken off the page with words unsaved, it saves them', async () => {
    const { element, jobs } = await editing();
    await type(element, 'title', 'Last words');
    element.remove();
    await until(() => jobs.post('jp_9')!.title === 'Last words');
  });

  it('moved to another place of the page, it goes on where it was', async () => {
    const { element, jobs } = await editing();
    await type(element, 'title', 'On the move');
    document.body.append(element);
    await type(element, 'description', 'Still here');
    await until(() => jobs.post('jp_9')!.description.markdown === 'Still here');
    expect(input(element, 'title').value).to.equal('On the move');
    expect(jobs.post('jp_9')!.title).to.equal('On the move');
    element.remove();
  });

  it('what others changed in other fields comes in, and ours is saved', async () => {
    const { element, jobs } = await editing();
    jobs.changeElsewhere('jp_9', { title: 'Theirs' });
    await type(element, 'description', 'Ours');
    await until(() => jobs.post('jp_9')!.description.markdown === 'Ours');
    await until(() => input(element, 'title').value === 'Theirs');
    expect(element.root.querySelectorAll('[role=alert]').length).to.equal(0);
  });

  it('where both changed a field the person chooses, and no word is lost before', async () => {
    const { element, jobs } = await editing();
    jobs.changeElsewhere('jp_9', { title: 'Theirs' });
    await type(element, 'title', 'Ours');
    await until(() => element.root.querySelector('[role=alert]'));
    expect(find(element, '[role=alert]').textContent).to.contain('Somebody else changed Title');
    expect(input(element, 'title').value).to.equal('Ours');
    expect(jobs.post('jp_9')!.title).to.equal('Theirs');
    button(element, 'Keep mine').click();
    await until(() => jobs.post('jp_9')!.title === 'Ours');
  });

  it('or takes theirs', async () => {
    const { element, jobs } = await editing();
    jobs.changeElsewhere('jp_9', { title: 'Theirs' });
    await type(element, 'title', 'Ours');
    await until(() => button(element, 'Take theirs'));
    button(element, 'Take theirs').click();
    await until(() => input(element, 'title').value === 'Theirs');
    expect(jobs.post('jp_9')!.title).to.equal('Theirs');
    expect(element.saving.isDirty()).to.equal(false);
  });

  it('a refused field is marked and keeps its words; the others are saved', async () => {
    const { element, jobs } = await editing();
    element.change({ description: 'Write to ada@example.org', title: 'Better title' });
    await until(() => jobs.post('jp_9')!.title === 'Better title');
    const field = input(element, 'description');
    await until(() => field.getAttribute('aria-invalid') === 'true');
    expect(field.value).to.equal('Write to ada@example.org');
    expect(input(element, 'description-error').textContent).to.equal('An address');
    await until(() => says(element) === 'Saved, but for the marked fields');
    await type(element, 'description', 'Write through proposals');
    await until(() => jobs.post('jp_9')!.description.markdown === 'Write through proposals');
    await until(() => field.getAttribute('aria-invalid') === 'false');
  });

  it('a first request whose answer was lost makes no second draft', async () => {
    const { element, api } = await begun();
    const keys: (string | null)[] = [];
    let isLost = true;
    const restore = api.instead('/v1/job-posts', async (request) => {
      keys.push(request.headers.get('idempotency-key'));
      if (isLost) throw new TypeError('Failed to fetch');
      restore();
      return api.answer(request);
    });
    await type(element, 'title', 'Once');
    await until(() => says(element).startsWith('No connection'));
    isLost = false;
    await type(element, 'title', 'Once only');
    await until(() => /^Saved at/.test(says(element)));
    expect(new Set(keys).size).to.equal(1);
    expect(keys.length).to.be.greaterThan(1);
  });
});

describe('job post: publishing', () => {
  it('names what is missing, each beside its field, and brings the person to the first', async () => {
    const { element } = await begun();
    await type(element, 'title', 'Only a title');
    await openStep(element, 3, 'why-not');
    await until(() => text(element).includes('Before it can be published'));
    button(element, 'Publish').click();
    await until(() => element.root.activeElement?.id === 'description');
    expect(input(element, 'description').getAttribute('aria-invalid')).to.equal('true');
    expect(find(element, '[role=alert]').textContent).to.contain('Budget');
    button(element, 'Budget').click();
    await until(() => element.root.activeElement?.id === 'budget');
  });

  it('shows the rest as freelancers see it while a field is refused', async () => {
    const { element, jobs } = await editing();
    element.change({ description: 'Write to ada@example.org', title: 'Better title' });
    await until(() => jobs.post('jp_9')!.title === 'Better title');
    await openStep(element, 3, 'why-not');
    await until(() => element.root.querySelector('[part=preview]')?.textContent?.includes('Better title'));
  });

  it('is the host’s to take over', async () => {
    const { element, jobs } = await editing();
    element.addEventListener('hire-job-publish', (event) => event.preventDefault());
    const asked = oneEvent(element, 'hire-job-publish');
    await openStep(element, 3, 'why-not');
    button(element, 'Publish').click();
    expect((await asked).detail.id).to.equal('jp_9');
    expect(jobs.post('jp_9')!.state).to.equal('draft');
  });

  it('without the right to publish the button is disabled and says why', async () => {
    const { element } = await editing({}, { publish: false });
    await openStep(element, 3, 'why-not');
    const publish = button(element, 'Publish');
    expect(publish.disabled).to.equal(true);
    expect(input(element, publish.getAttribute('aria-describedby')!).textContent).to.contain(
      'A hiring manager publishes',
    );
  });

  it('says that it waits for approval, where one is needed', async () => {
    const { element } = await editing({ stateAfterPublish: 'pendingApproval' });
    await openStep(element, 3, 'why-not');
    button(element, 'Publish').click();
    await until(() => text(element).includes('Sent for approval'));
  });

  it('an identical open post is refused in words, and nothing is lost', async () => {
    const { element, api } = await editing();
    api.instead('/v1/job-posts/jp_9/publish', () =>
      problem(409, 'identical_open_post', 'rq_1', 'The same post is open.'),
    );
    await openStep(element, 3, 'why-not');
    button(element, 'Publish').click();
    await until(() => text(element).includes('The same post is open.'));
    expect(button(element, 'Publish').disabled).to.equal(false);
  });

  it('saves an open post only when the person says so', async () => {
    const { element, jobs, api } = await editing({ posts: [{ ...whole, state: 'open' }] });
    await type(element, 'title', 'Changed');
    await openStep(element, 2, 'team');
    await openStep(element, 3, 'why-not');
    expect(patches(api).length).to.equal(0);
    button(element, 'Save changes').click();
    await until(() => jobs.post('jp_9')!.title === 'Changed');
    await until(() => element.root.querySelector('[part=preview]')?.textContent?.includes('Changed'));
  });

  it('its id goes with the host’s form', async () => {
    connectJobs({ posts: [whole] });
    const form = await fixture<HTMLFormElement>(
      html`<form><hire-job-post name="post" job-id="jp_9"></hire-job-post></form>`,
    );
    const element = form.querySelector<JobPostForm>('hire-job-post')!;
    await until(() => element.value);
    await element.updateComplete;
    expect(new FormData(form).get('post')).to.equal('jp_9');
  });
});
