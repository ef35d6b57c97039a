import { messageMaxLength } from '@portico/api/talent/talent-pools/pool.ts';
import { html, type TemplateResult } from 'lit';
import { requestShare } from '../../api/pools.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { textArea, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { t } from '../../strings/strings.ts';

type Asked = { poolId: string; freelancerId: string; name: string; onDone: () => void };

/** Asks a member whether another company may see them. */
class ShareDialog extends DialogForm {
  static override properties = { ...FormElement.properties, company: { state: true }, words: { state: true } };
  protected heading: string;
  protected submitLabel: string;
  declare company: string;
  declare words: string;
  readonly #asked: Asked;

  constructor(asked: Asked) {
    super();
    this.#asked = asked;
    this.heading = t('poolMember.shareTitle', { name: asked.name });
    this.submitLabel = t('poolMember.shareAsk', { name: asked.name });
    this.company = '';
    this.words = '';
  }

  protected fields(): TemplateResult {
    return html`<p>${t('poolMember.shareText')}</p>
      ${textField({
        id: 'company',
        label: t('poolMember.shareCompany'),
        hint: t('poolMember.shareCompanyHint'),
        value: this.company,
        maxlength: 100,
        error: this.errors.company,
        onInput: (company) => {
          this.company = company;
        },
      })}
      ${textArea({
        id: 'message',
        label: t('poolMember.shareMessage'),
        optional: true,
        rows: 3,
        maxlength: messageMaxLength,
        value: this.words,
        onInput: (words) => {
          this.words = words;
        },
      })}`;
  }

  protected send(event: Event): Promise<boolean> {
    const { poolId, freelancerId } = this.#asked;
    const company = this.company.trim();
    return this.submit(event, { company: !company && t('poolMember.companyMissing') }, async () => {
      await requestShare(poolId, freelancerId, company, this.words.trim());
    });
  }

  protected override closed(): void {
    this.#asked.onDone();
  }
}

define('portal-pool-share-dialog', ShareDialog);

export const openShare = (poolId: string, freelancerId: string, name: string, onDone: () => void): void => {
  openDialog(new ShareDialog({ poolId, freelancerId, name, onDone }));
};
