import { expect, fixture, html } from '@open-wc/testing';
import { ApiProblem } from '../api/problem.ts';
import { shellStyles } from '../styles/shell-styles.ts';
import { textField } from './field.ts';
import { FormElement } from './form-element.ts';
import { define } from './portal-element.ts';
import { submitButton } from './submit-button.ts';

class NameForm extends FormElement {
  static override pageStyles = shellStyles;
  sent: string[] = [];
  refusal: unknown;
  name = '';

  protected override render() {
    return html`<form novalidate @submit=${this.#send}>
      ${this.problemNotice()}
      ${textField({
        id: 'name',
        label: 'Name',
        hint: 'As clients read it.',
        value: this.name,
        error: this.errors.name,
        onInput: (value) => {
          this.name = value;
        },
      })}
      ${submitButton('Save', this.isBusy)}
    </form>`;
  }

  #send(event: Event): Promise<boolean> {
    return this.submit(event, { name: !this.name && 'Enter a name.' }, async () => {
      this.sent.push(this.name);
      if (this.refusal) throw this.refusal;
    });
  }
}
define('test-name-form', NameForm);

async function openForm(): Promise<{ form: NameForm; field: HTMLInputElement; submit: () => Promise<void> }> {
  const form = await fixture<NameForm>(html`<test-name-form></test-name-form>`);
  return {
    form,
    field: form.querySelector('input')!,
    submit: async () => {
      form.querySelector('form')!.requestSubmit();
      await new Promise((resolve) => queueMicrotask(() => resolve(undefined)));
      await form.updateComplete;
      await form.updateComplete;
    },
  };
}

const describedBy = (field: HTMLInputElement) =>
  (field.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent?.trim());

describe('a form', () => {
  it('sends nothing while a field is wrong, says so beside it and puts the focus there', async () => {
    const { form, field, submit } = await openForm();
    await submit();
    expect(form.sent).to.deep.equal([]);
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    expect(describedBy(field)).to.deep.equal(['Enter a name.', 'As clients read it.']);
    expect(document.activeElement).to.equal(field);
  });

  it('takes an error back while its field is corrected', async () => {
    const { form, field, submit } = await openForm();
    await submit();
    field.value = 'Ana';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await form.updateComplete;
    expect(field.getAttribute('aria-invalid')).to.not.equal('true');
    expect(describedBy(field)).to.deep.equal(['As clients read it.']);
    expect(form.sent).to.deep.equal([]);
  });

  it('shows what the server refused at its field', async () => {
    const { form, field, submit } = await openForm();
    form.name = 'x';
    form.refusal = new ApiProblem(422, 'invalid_input', 'Some fields…', {
      errors: [{ pointer: '/name', code: 'name_taken', message: 'This name is taken.' }],
    });
    await submit();
    expect(describedBy(field)[0]).to.equal('This name is taken.');
    expect(form.querySelector('[role=alert]')).to.equal(null);
  });

  it('shows any other refusal with its request id, ready to copy', async () => {
    const { form, submit } = await openForm();
    form.name = 'x';
    form.refusal = new ApiProblem(409, 'list_is_full', 'The list is full; nothing was added.', { requestId: 'rq-1' });
    await submit();
    const notice = form.querySelector('[role=alert]')!;
    expect(notice.textContent).to.contain('The list is full; nothing was added.').and.to.contain('rq-1');
    expect(notice.querySelector('button')?.textContent?.trim()).to.equal('Copy');
  });

  it('is accessible with and without an error', async () => {
    const { form, submit } = await openForm();
    await expect(form).to.be.accessible();
    await submit();
    await expect(form).to.be.accessible();
  });
});
