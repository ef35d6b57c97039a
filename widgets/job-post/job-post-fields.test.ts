import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { button, disconnect, find, until } from '../testing/mount.ts';
import { connectJobs, input, mountJobPost, openStep, text, type } from '../testing/mount-job-post.ts';

afterEach(disconnect);

const begun = async (options: Parameters<typeof connectJobs>[0] = {}, more: Parameters<typeof connectJobs>[1] = {}) => {
  const connected = connectJobs({ withTemplates: false, ...options }, more);
  return { ...connected, element: await mountJobPost() };
};

/** The network boundary for uploads: `fetch` cannot tell how much has gone out. */
function uploadsAnsweredBy(answer: (file: { name: string }) => [status: number, body: object]) {
  const { XMLHttpRequest: real } = globalThis;
  const seen = {
    names: [] as string[],
    authorized: false,
    restore: () => Object.assign(globalThis, { XMLHttpRequest: real }),
  };
  class Upload extends EventTarget {
    upload: { onprogress?: (event: object) => void } = {};
    onload = () => {};
    onerror = () => {};
    onabort = () => {};
    status = 0;
    responseText = '';
    #url = new URL(location.href);
    open(_: string, url: string) {
      this.#url = new URL(url);
    }
    setRequestHeader(name: string, value: string) {
      seen.authorized ||= name === 'authorization' && value.startsWith('Bearer ');
    }
    send() {
      const name = this.#url.searchParams.get('name')!;
      seen.names.push(name);
      const [status, body] = answer({ name });
      Object.assign(this, { status, responseText: JSON.stringify(body) });
      this.upload.onprogress?.({ loaded: 1, total: 2 });
      queueMicrotask(() => this.onload());
    }
    abort() {
      this.onabort();
    }
  }
  Object.assign(globalThis, { XMLHttpRequest: Upload });
  return seen;
}

describe('job post: its fields', () => {
  it('suggests skills; by keyboard one is taken, a word of one’s own too, and the last is taken back', async () => {
    const { element } = await begun();
    input(element, 'skills').focus();
    await sendKeys({ type: 'rea' });
    await until(() => element.root.querySelectorAll('[role=option]').length === 2);
    await sendKeys({ press: 'ArrowDown' });
    await element.updateComplete;
    expect(input(element, 'skills').getAttribute('aria-activedescendant')).to.equal('skills-0');
    await sendKeys({ press: 'Enter' });
    await until(() => element.draft.skills[0]?.id === 'react');
    await sendKeys({ type: 'Welding' });
    await sendKeys({ press: 'Enter' });
    await until(() => element.draft.skills[1]?.name === 'Welding');
    await sendKeys({ press: 'Backspace' });
    await until(() => element.draft.skills.length === 1);
  });

  it('shows what comparable posts paid, and nothing where too few compare', async () => {
    const { element } = await begun();
    element.change({ categoryId: 'web-development', budget: { kind: 'hourly' } });
    await openStep(element, 1, 'budget-min');
    await until(() => text(element).includes('What 42 comparable posts paid'));
    expect(text(element)).to.contain('$72');
    element.change({ categoryId: 'design' });
    await until(() => !text(element).includes('comparable posts'));
  });

  it('half a budget is not sent, a whole one exactly', async () => {
    const { element, jobs } = await begun();
    await openStep(element, 1, 'budget');
    element.change({ budget: { kind: 'hourly' } });
    await type(element, 'budget-min', '85.50');
    await until(() => jobs.post('jp_1'));
    expect(jobs.post('jp_1')!.budget).to.equal(null);
    expect(input(element, 'budget-min').value).to.equal('85.50');
    await type(element, 'budget-max', '1,200');
    await until(() => jobs.post('jp_1')!.budget);
    expect(jobs.post('jp_1')!.budget).to.deep.equal({
      kind: 'hourly',
      min: { amountMinor: 8550, currency: 'USD' },
      max: { amountMinor: 120000, currency: 'USD' },
    });
  });

  it('a question moves by keyboard, the focus goes with it, and its place is spoken', async () => {
    const { element } = await begun();
    const question = (words: string) => ({ kind: 'text' as const, text: words, choices: [], isRequired: true });
    element.change({ questions: [question('First'), question('Second')] });
    await openStep(element, 2, 'questions-0-text');
    input(element, 'questions-0-text').focus();
    await sendKeys({ down: 'Alt' });
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ up: 'Alt' });
    await until(() => element.root.activeElement?.id === 'questions-1-text');
    expect(element.draft.questions.map((each) => each.text)).to.deep.equal(['Second', 'First']);
    expect(input(element, 'moved').textContent).to.equal('Moved to place 2 of 2');
  });

  it('ten questions are the most', async () => {
    const { element } = await begun();
    await openStep(element, 2, 'team');
    for (let count = 1; count <= 10; count++) {
      button(element, 'Add a question').click();
      await until(() => element.draft.questions.length === count);
      await element.updateComplete;
    }
    expect(button(element, 'Add a question').disabled).to.equal(true);
  });

  it('uploads files one after another, shows how far each is, and attaches what has arrived', async () => {
    const { element, jobs } = await begun();
    const sent = uploadsAnsweredBy(({ name }) =>
      name === 'virus.exe'
        ? [415, { code: 'file_type_refused', detail: 'Files of this kind are not taken.' }]
        : [201, { id: `fl_${name}`, name, type: 'text/plain', bytes: 5, url: '/v1/files/x/download' }],
    );
    await openStep(element, 2, 'attachmentIds');
    const files = new DataTransfer();
    for (const name of ['brief.txt', 'virus.exe', 'plan.txt']) files.items.add(new File(['hello'], name));
    input(element, 'attachmentIds').files = files.files;
    input(element, 'attachmentIds').dispatchEvent(new Event('change'));
    await until(() => jobs.post('jp_1')?.attachments.length === 2);
    sent.restore();
    expect(sent.names).to.deep.equal(['brief.txt', 'virus.exe', 'plan.txt']);
    expect(sent.authorized).to.equal(true);
    expect(text(element)).to.contain('Files of this kind are not taken.').and.contain('brief.txt');
    button(element, 'Remove brief.txt').click();
    await until(() => jobs.post('jp_1')!.attachments.length === 1);
  });

  it('asks what this company asks, archived fields aside', async () => {
    const { element, jobs } = await begun();
    await openStep(element, 2, 'customFields-projectCode');
    expect(input(element, 'customFields-old')).to.equal(null);
    await type(element, 'customFields-projectCode', 'P-7');
    await type(element, 'customFields-site', 'Porto');
    await until(() => jobs.post('jp_1')?.customFields.site === 'Porto');
    expect(jobs.post('jp_1')!.customFields).to.deep.equal({ projectCode: 'P-7', site: 'Porto' });
  });

  it('takes countries by name in the reader’s language', async () => {
    const { element } = await begun({}, { locale: 'de' });
    await openStep(element, 1, 'countries');
    input(element, 'countries').focus();
    await sendKeys({ type: 'Schwed' });
    await until(() => element.root.querySelector('[role=option]'));
    await sendKeys({ press: 'Enter' });
    await until(() => element.draft.countries.length);
    expect(element.draft.countries).to.deep.equal(['SE']);
  });

  it('another language comes in place, and every word stays', async () => {
    const { element, embed } = await begun();
    await type(element, 'title', 'Unübersetzt');
    embed.update({ locale: 'ar' });
    await until(() => element.strings.publish === 'نشر');
    await element.updateComplete;
    expect(find(element, '.root').getAttribute('dir')).to.equal('rtl');
    expect(input(element, 'title').value).to.equal('Unübersetzt');
  });
});
