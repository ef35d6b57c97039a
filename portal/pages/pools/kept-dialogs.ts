import { reasonMaxLength } from '@portico/api/talent/talent-pools/pool.ts';
import { html, type TemplateResult } from 'lit';
import { agreeRate, type PoolMemberDetail, rateMember } from '../../api/pools.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { fieldError, textArea, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { type MoneyValue, moneyField } from '../../elements/money-field.ts';
import { define } from '../../elements/portal-element.ts';
import { starRating } from '../../elements/star-rating.ts';
import { t } from '../../strings/strings.ts';

abstract class KeptDialog extends DialogForm {
  protected readonly member: PoolMemberDetail;
  protected readonly etag: string | undefined;
  readonly #onDone: () => void;

  constructor(member: PoolMemberDetail, etag: string | undefined, onDone: () => void) {
    super();
    this.member = member;
    this.etag = etag;
    this.#onDone = onDone;
  }

  protected override closed(): void {
    this.#onDone();
  }
}

class RatingDialog extends KeptDialog {
  static override properties = { ...FormElement.properties, stars: { state: true }, words: { state: true } };
  protected heading = t('poolMember.rating');
  protected submitLabel = t('poolMember.rateAction');
  declare stars: number | null;
  declare words: string;

  constructor(...given: ConstructorParameters<typeof KeptDialog>) {
    super(...given);
    const { rating } = this.member.internal!;
    this.stars = rating?.stars ?? null;
    this.words = rating?.reason ?? '';
  }

  protected fields(): TemplateResult {
    return html`${starRating(t('poolMember.rating'), this.stars, (stars) => {
      this.stars = stars;
    })}
    ${fieldError('stars', this.errors.stars)}
    ${textArea({
      id: 'reason',
      label: t('poolMember.ratingReason'),
      rows: 3,
      maxlength: reasonMaxLength,
      value: this.words,
      error: this.errors.reason,
      onInput: (words) => {
        this.words = words;
      },
    })}`;
  }

  protected send(event: Event): Promise<boolean> {
    const [stars, reason] = [this.stars, this.words.trim()];
    const { pool, freelancerId } = this.member;
    return this.submit(
      event,
      { stars: stars === null && t('poolMember.ratingMissing'), reason: !reason && t('poolMember.ratingMissing') },
      async () => {
        await rateMember(pool.id, freelancerId, { stars: stars!, reason }, this.etag);
      },
    );
  }
}

class AgreedRateDialog extends KeptDialog {
  static override properties = {
    ...FormElement.properties,
    rate: { state: true },
    role: { state: true },
    from: { state: true },
    to: { state: true },
  };
  protected heading = t('poolMember.agree');
  protected submitLabel = t('pool.save');
  declare rate: MoneyValue | null | undefined;
  declare role: string;
  declare from: string;
  declare to: string;

  constructor(...given: ConstructorParameters<typeof KeptDialog>) {
    super(...given);
    const { agreedRate } = this.member.internal!;
    this.rate = agreedRate?.rate ?? this.member.hourlyRate;
    this.role = agreedRate?.role ?? '';
    this.from = agreedRate?.from ?? '';
    this.to = agreedRate?.to ?? '';
  }

  protected fields(): TemplateResult {
    return html`${moneyField({
      id: 'rate',
      label: t('pool.rate'),
      value: this.rate ?? null,
      currency: this.rate?.currency ?? 'USD',
      error: this.errors.rate,
      onChange: (rate) => {
        this.rate = rate;
      },
    })}
    ${textField({
      id: 'role',
      label: t('pool.role'),
      optional: true,
      value: this.role,
      maxlength: 80,
      onInput: (role) => {
        this.role = role;
      },
    })}
    <div class="halves">
      ${textField({
        id: 'from',
        label: t('poolMember.rateFrom'),
        type: 'date',
        optional: true,
        value: this.from,
        onInput: (from) => {
          this.from = from;
        },
      })}
      ${textField({
        id: 'to',
        label: t('poolMember.rateTo'),
        type: 'date',
        optional: true,
        value: this.to,
        error: this.errors.to,
        onInput: (to) => {
          this.to = to;
        },
      })}
    </div>`;
  }

  protected send(event: Event): Promise<boolean> {
    const { pool, freelancerId } = this.member;
    return this.submit(event, { rate: !this.rate && t('pool.rateMissing') }, async () => {
      const agreed = {
        rate: this.rate!,
        role: this.role.trim() || null,
        from: this.from || null,
        to: this.to || null,
      };
      await agreeRate(pool.id, freelancerId, agreed, this.etag);
    });
  }
}

define('portal-pool-rating-dialog', RatingDialog);
define('portal-agreed-rate-dialog', AgreedRateDialog);

export const openRate = (member: PoolMemberDetail, etag: string | undefined, onDone: () => void): void => {
  openDialog(new RatingDialog(member, etag, onDone));
};
export const openAgreeRate = (member: PoolMemberDetail, etag: string | undefined, onDone: () => void): void => {
  openDialog(new AgreedRateDialog(member, etag, onDone));
};
