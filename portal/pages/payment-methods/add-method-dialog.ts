import { html, nothing, type TemplateResult } from 'lit';
import { completeSetup, type MethodSetupShape, type PaymentMethodShape, startSetup } from '../../api/payments.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { radios } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { sandboxNote } from '../../elements/sandbox-note.ts';
import { toast } from '../../shell/toasts.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { openFrame } from './open-frame.ts';

type Kind = PaymentMethodShape['kind'];

/** First the kind; then a test card, or the processor's own frame, where the numbers are typed. */
class AddMethodDialog extends DialogForm {
  static override properties = {
    ...FormElement.properties,
    kind: { state: true },
    setup: { state: true },
    testMethod: { state: true },
  };
  protected heading = t('payMethods.add');
  declare kind: Kind;
  declare setup: MethodSetupShape | undefined;
  declare testMethod: string;
  readonly #onSaved: () => void;
  #key = crypto.randomUUID();

  constructor(onSaved: () => void) {
    super();
    this.#onSaved = onSaved;
    this.kind = 'card';
    this.testMethod = '';
  }

  protected get submitLabel(): string {
    return this.setup ? t('payMethods.save') : t('payMethods.next');
  }

  protected fields(): TemplateResult {
    return html`<p class="muted">${t('payMethods.addText')}</p>
      ${this.setup ? this.#choices(this.setup) : this.#kinds()}`;
  }

  #kinds(): TemplateResult {
    return radios({
      name: 'kind',
      label: t('payMethods.kind'),
      value: this.kind,
      choices: (['card', 'bankDebit'] as const).map((value) => ({ value, label: t(`methodKind.${value}`) })),
      onChange: (kind) => {
        this.kind = kind as Kind;
        this.#key = crypto.randomUUID();
      },
    });
  }

  #choices({ testMethods }: MethodSetupShape): TemplateResult | typeof nothing {
    if (testMethods.length === 0) return nothing;
    return html`${sandboxNote(true)}
    ${radios({
      name: 'testMethod',
      label: t('payMethods.choose'),
      value: this.testMethod,
      choices: testMethods.map(({ token, label }) => ({
        value: token,
        label: wordsFor('sandboxCard', token) ?? label,
      })),
      error: this.errors.testMethod,
      onChange: (testMethod) => {
        this.testMethod = testMethod;
        this.errors = {};
      },
    })}`;
  }

  protected async send(event: Event): Promise<boolean> {
    if (!this.setup) return this.#start(event);
    const { id } = this.setup;
    const found = { testMethod: !this.testMethod && t('payMethods.chooseMissing') };
    return this.submit(event, found, async () => {
      const { state } = await completeSetup(id, this.testMethod);
      toast(state === 'finished' ? t('payMethods.savedDone') : t('payMethods.proving'));
      this.#onSaved();
    });
  }

  /** The dialog stays for the second step; a frame is a page of its own, with rules that let the processor in. */
  async #start(event: Event): Promise<boolean> {
    let isElsewhere = false;
    await this.submit(event, {}, async () => {
      const setup = await startSetup(this.kind, this.#key);
      if (setup.frame) {
        isElsewhere = true;
        openFrame({ kind: 'setup', id: setup.id, ...setup.frame });
        return;
      }
      this.testMethod = setup.testMethods[0]?.token ?? '';
      this.setup = setup;
    });
    return isElsewhere;
  }
}

define('portal-add-method-dialog', AddMethodDialog);

export const openAddMethod = (onSaved: () => void): void => {
  openDialog(new AddMethodDialog(onSaved));
};
