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
        ${textField({ id: 'costCenter', label: t('jobPost.costCenter'), optional: true, value: costCenter ?? '', maxlength: 120, error: errors.costCenter, onInput: (value) => draft.change({ costCenter: value.trim() || null }) })}
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
      ${
        purchaseOrder?.kind === 'number'
          ? textField({
              id: 'purchaseOrder/number',
              label: t('offer.orderNumber'),
              value: purchaseOrder.number,
              maxlength: 60,
              error: errors['purchaseOrder/number'],
              onInput: (value) => draft.change({ purchaseOrder: { kind: 'number', number: value.trim() } }),
            })
          : nothing
      }`,
    t('offer.internalLead'),
  );
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
