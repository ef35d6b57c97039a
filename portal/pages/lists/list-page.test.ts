import { expect, fixture, html } from '@open-wc/testing';
import { forgetToasts, undoLast } from '../../shell/toast-stack.ts';
import { adoptStyles } from '../../styles/adopt.ts';
import { shellStyles } from '../../styles/shell-styles.ts';
import { answerWith, shown } from '../../testing/answers.ts';
import './list-page.ts';

const list = {
  id: 'tl_1',
  name: 'Autumn hires',
  shared: true,
  isDefault: false,
  itemCount: 0,
  mayEdit: true,
  createdAt: '2026-11-20T09:00:00.000Z',
  updatedAt: '2026-11-20T09:00:00.000Z',
};

describe('a list', () => {
  let stop = () => {};
  afterEach(() => {
    stop();
    forgetToasts();
  });

  it('is deleted without a question, and put back from the page that stands there by then', async () => {
    adoptStyles(...shellStyles);
    history.replaceState(null, '', '/lists/tl_1');
    const network = answerWith({
      'GET /v1/talent/lists/tl_1': { ...list, items: [] },
      'DELETE /v1/talent/lists/tl_1': {},
      'POST /v1/talent/lists/tl_1/restoration': list,
    });
    stop = network.stop;
    const page = await fixture<HTMLElement>(
      html`<div><portal-list-page .listId=${'tl_1'}></portal-list-page><portal-toasts></portal-toasts></div>`,
    );
    const button = () => [...page.querySelectorAll('button')].find((one) => one.textContent?.includes('Delete list'));
    (await shown(button, 'the button')).click();
    await shown(() => page.querySelector('.toast')?.textContent?.includes('“Autumn hires” is deleted'), 'the notice');
    expect(document.querySelector('dialog[open]')).to.equal(null);
    expect(location.pathname).to.equal('/lists');
    expect(undoLast()).to.equal(true);
    await shown(() => network.asked.some(({ path }) => path.endsWith('/restoration')), 'the restoration');
    await shown(() => page.querySelector('.toast')?.textContent?.includes('Undone'), 'what was undone');
  });
});
