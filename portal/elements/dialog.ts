import { html, render, type TemplateResult } from 'lit';
import { t } from '../strings/strings.ts';
import { FormElement } from './form-element.ts';
import { define, PortalElement } from './portal-element.ts';
import { submitButton } from './submit-button.ts';

let opened = 0;

/** A form in a dialog: opened with `openDialog`, removed from the page when it closes. */
export abstract class DialogForm extends FormElement {
  protected abstract heading: string;
  protected abstract submitLabel: string;
  protected readonly submitKind: string = 'primary';
  /** Room for rows of fields. */
  protected readonly isWide: boolean = false;
  protected abstract fields(): unknown;
  /** @returns whether the dialog may close */
  protected abstract send(event: Event): Promise<boolean>;

  // One may open over another, and each is known by its own title.
  readonly #titleId = `dialog-title-${++opened}`;

  protected override firstUpdated(): void {
    this.querySelector('dialog')?.showModal();
    // A field that draws itself comes a moment later, when the focus has already gone past it.
    const first = this.querySelector('portal-money-field, input, select, textarea');
    if (first instanceof PortalElement)
      void first.updateComplete.then(() => first.querySelector<HTMLElement>('input')?.focus());
  }

  protected override render(): TemplateResult {
    return html`<dialog class=${this.isWide ? 'wide' : ''} aria-labelledby=${this.#titleId} @close=${() => this.remove()}>
      <form novalidate @submit=${this.#submit}>
        <h2 id=${this.#titleId}>${this.heading}</h2>
        ${this.problemNotice()} ${this.fields()}
        <div class="actions">
          <button class="button" type="button" @click=${() => this.close()}>${t('shell.cancel')}</button>
          ${submitButton(this.submitLabel, this.isBusy, this.submitKind)}
        </div>
      </form>
    </dialog>`;
  }

  close(): void {
    this.querySelector('dialog')?.close();
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    if (!(await this.send(event))) return;
    this.close();
    this.closed();
  }

  /** What follows once the page has the focus again: going elsewhere before would take it from the page that opens. */
  protected closed(): void {}
}

export function openDialog<Dialog extends HTMLElement>(dialog: Dialog): Dialog {
  document.body.append(dialog);
  return dialog;
}

type Question = { title: string; text: string; confirm: string; isDangerous?: boolean };

class ConfirmDialog extends DialogForm {
  protected heading: string;
  protected submitLabel: string;
  protected override readonly submitKind: string;
  readonly #text: string;
  readonly #work: () => Promise<void>;

  constructor({ title, text, confirm, isDangerous }: Question, work: () => Promise<void>) {
    super();
    this.heading = title;
    this.submitLabel = confirm;
    this.submitKind = isDangerous ? 'danger' : 'primary';
    this.#text = text;
    this.#work = work;
  }

  protected fields(): TemplateResult {
    return html`<p>${this.#text}</p>`;
  }

  protected send(event: Event): Promise<boolean> {
    return this.submit(event, {}, this.#work);
  }
}

define('portal-confirm-dialog', ConfirmDialog);

/** For what cannot be undone: says what will happen before the button; a failure is shown in the dialog. */
export const confirmThen = (question: Question, work: () => Promise<void>): void => {
  openDialog(new ConfirmDialog(question, work));
};

/** Asks before something that needs no server, such as leaving a page; closing the dialog in any way is a no. */
export function confirmed(question: Question): Promise<boolean> {
  return new Promise((resolve) => {
    let isAccepted = false;
    const dialog = openDialog(
      new ConfirmDialog(question, async () => {
        isAccepted = true;
      }),
    );
    // The event does not bubble, and the dialog is removed by its own listener.
    dialog.addEventListener('close', () => resolve(isAccepted), { capture: true, once: true });
  });
}

/** Content that is only shown once, such as a new key; closes by its button only. */
export function showOnce(title: string, content: TemplateResult): void {
  const holder = document.createElement('div');
  const closed = () => holder.remove();
  render(
    html`<dialog class="wide" aria-labelledby="once-title" @close=${closed} @cancel=${(event: Event) => event.preventDefault()}>
      <form method="dialog">
        <h2 id="once-title">${title}</h2>
        ${content}
        <div class="actions"><button class="button primary">${t('shell.done')}</button></div>
      </form>
    </dialog>`,
    holder,
  );
  document.body.append(holder);
  holder.querySelector('dialog')?.showModal();
}
