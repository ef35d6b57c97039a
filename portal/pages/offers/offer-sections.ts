import { hasFeature } from '../../shell/session.ts';
import '../purchase-orders/order-field.ts';
import { offerMessageMaxLength, offerTextMaxLength, offerTitleMaxLength } from '@portico/api/hiring/offers/offer.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { OfferFields, OfferTerms, TermsTemplate } from '../../api/offers.ts';
import { checkbox, radios, selectField, textArea, textField } from '../../elements/field.ts';
import { t } from '../../strings/strings.ts';
import type { OfferDraft } from './offer-draft.ts';
import { paymentFields } from './payment-fields.ts';

/** What stands in the form: the kept terms under what was typed since. */
export function shownTerms(draft: OfferDraft): OfferTerms & Pick<OfferFields, 'team' | 'costCenter' | 'message'> {
  const { terms, team, costCenter, message } = draft.kept.get();
  const { templateId: _, ...changes } = draft.changes.get();
  return { ...terms, team, costCenter, message, ...changes };
}

export const section = (id: string, title: string, content: unknown, lead?: string): TemplateResult =>
  html`<section class="card" aria-labelledby="${id}-title">
    <header>
      <div>
        <h2 id="${id}-title">${title}</h2>
        ${lead ? html`<p class="muted small">${lead}</p>` : nothing}
      </div>
    </header>
    <div class="pad stack close">${content}</div>
  </section>`;

export function wordsSection(draft: OfferDraft): TemplateResult {
  const { title, message } = shownTerms(draft);
  const errors = draft.errors.get();
  return section(
    'words',
    t('offer.about'),
    html`${textField({
      id: 'title',
      label: t('offer.title'),
      value: title,
      maxlength: offerTitleMaxLength,
      error: errors.title,
      onInput: (value) => draft.change({ title: value }),
    })}
    ${textArea({
      id: 'message',
      label: t('offer.message'),
      hint: t('offer.messageHint'),
      optional: true,
      value: message ?? '',
      rows: 3,
      maxlength: offerMessageMaxLength,
      error: errors.message,
      onInput: (value) => draft.change({ message: value }),
    })}`,
  );
}

export function paymentSection(draft: OfferDraft): TemplateResult {
  const { payment } = shownTerms(draft);
  return section(
    'payment',
    t('offer.payment'),
    paymentFields({ payment, errors: draft.errors.get(), onChange: (next) => draft.change({ payment: next }) }),
  );
}

export function datesSection(draft: OfferDraft): TemplateResult {
  const { startsOn, endsOn } = shownTerms(draft);
  const errors = draft.errors.get();
  return section(
    'dates',
    t('offer.dates'),
    html`<div class="halves">
      ${textField({
        id: 'startsOn',
        label: t('offer.startsOn'),
        hint: t('offer.startsOnHint'),
        type: 'date',
        optional: true,
        value: startsOn ?? '',
        error: errors.startsOn,
        onChange: (value) => draft.change({ startsOn: value || null }),
      })}
      ${textField({
        id: 'endsOn',
        label: t('offer.endsOn'),
        type: 'date',
        optional: true,
        value: endsOn ?? '',
        error: errors.endsOn,
        onChange: (value) => draft.change({ endsOn: value || null }),
      })}
    </div>`,
  );
}

export function orderSection(draft: OfferDraft): TemplateResult {
  const { team, costCenter, purchaseOrder } = shownTerms(draft);
  const errors = draft.errors.get();
  const kind = purchaseOrder?.kind ?? 'none';
  return section(
    'order',
    t('offer.internal'),
    html`<div class="halves">
        ${textField({ id: 'team', label: t('jobPost.team'), optional: true, value: team ?? '', maxlength: 120, error: errors.team, onInput: (value) => draft.change({ team: value.trim() || null }) })}
        ${costCenterField(draft, costCenter ?? null)}
      </div>
      ${radios<'none' | 'number' | 'notYet'>({
        name: 'purchaseOrder',
        label: t('jobPost.purchaseOrder'),
        value: kind,
        choices: [
          { value: 'none', label: t('offer.noOrder') },
          { value: 'notYet', label: t('jobPost.purchaseOrderLater') },
          { value: 'number', label: t('offer.orderNumber') },
        ],
        onChange: (next) =>
          draft.change({
            purchaseOrder: next === 'none' ? null : next === 'notYet' ? { kind: next } : { kind: next, number: '' },
          }),
      })}
      ${purchaseOrder?.kind === 'number' ? orderNumberField(draft, purchaseOrder.number) : nothing}`,
    t('offer.internalLead'),
  );
}

/** Who keeps cost centers chooses from them; everybody else types. */
function costCenterField(draft: OfferDraft, costCenter: string | null): TemplateResult {
  const error = draft.errors.get().costCenter;
  const choose = (code: string | null) => draft.change({ costCenter: code });
  if (hasFeature('procurement'))
    return html`<portal-center-field .code=${costCenter ?? ''} .error=${error} .choose=${choose}></portal-center-field>`;
  return textField({
    id: 'costCenter',
    label: t('jobPost.costCenter'),
    optional: true,
    value: costCenter ?? '',
    maxlength: 120,
    error,
    onInput: (value) => choose(value.trim() || null),
  });
}

function orderNumberField(draft: OfferDraft, number: string): TemplateResult {
  const { payment, startsOn, endsOn, team = null, costCenter = null } = shownTerms(draft);
  const error = draft.errors.get()['purchaseOrder/number'] ?? draft.errors.get().purchaseOrder;
  const choose = (chosen: string) => draft.change({ purchaseOrder: { kind: 'number', number: chosen } });
  if (!hasFeature('procurement'))
    return textField({
      id: 'purchaseOrder/number',
      label: t('offer.orderNumber'),
      value: number,
      maxlength: 60,
      error,
      onInput: (value) => choose(value.trim()),
    });
  const terms = { payment, startsOn, endsOn, team, costCenter, offerId: draft.kept.get().id };
  const currency = payment?.kind === 'fixed' ? payment.total.currency : payment?.rate.currency;
  return html`<portal-order-field .number=${number} .terms=${terms} .currency=${currency} .error=${error} .choose=${choose}></portal-order-field>`;
}

export function termsSection(draft: OfferDraft, templates: readonly TermsTemplate[]): TemplateResult {
  const { text, nda, template } = shownTerms(draft);
  const errors = draft.errors.get();
  const chosen = draft.changes.get().templateId ?? template?.id ?? '';
  return section(
    'terms',
    t('offer.terms'),
    html`${selectField({
      id: 'templateId',
      label: t('offer.template'),
      hint: template ? t('offer.templateVersion', { version: template.version }) : t('offer.templateHint'),
      value: chosen,
      choices: [
        ...(chosen ? [] : [{ value: '', label: t('offer.ownText') }]),
        ...templates.map(({ id, name, version }) => ({ value: id, label: t('offer.templateName', { name, version }) })),
      ],
      error: errors.templateId,
      onChange: (templateId) => templateId && draft.change({ templateId }),
    })}
    ${textArea({
      id: 'text',
      label: t('offer.text'),
      hint: t('offer.textHint'),
      value: text,
      rows: 10,
      maxlength: offerTextMaxLength,
      error: errors.text,
      onInput: (value) => draft.change({ text: value }),
    })}
    ${checkbox({ id: 'nda', label: t('offer.nda'), hint: t('offer.ndaHint'), checked: nda, onChange: (checked) => draft.change({ nda: checked }) })}`,
    t('offer.termsLead'),
  );
}
