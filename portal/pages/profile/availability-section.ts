import { freelancerPolicy } from '@portico/api/talent/freelancers/freelancer.ts';
import type { OwnFreelancer } from '@portico/api/talent/freelancers/schema.ts';
import { html, type TemplateResult } from 'lit';
import { checkbox, radios, textField } from '../../elements/field.ts';
import { formatMoney } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import type { ProfileDraft } from './profile-draft.ts';
import { errorOf, section } from './section.ts';

export function availabilitySection(draft: ProfileDraft): TemplateResult {
  const { hourlyRate, engagement, availability } = draft.profile.get();
  const { rateMinMinor, rateMaxMinor, rateCurrencies, hoursPerWeekMax } = freelancerPolicy;
  const currency = hourlyRate?.currency ?? rateCurrencies[0]!;
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency });
  const free = (change: Partial<OwnFreelancer['availability']>) =>
    draft.change('basics', { availability: { ...availability, ...change } });
  return section(
    'availability',
    t('profile.availability'),
    html`<div class="halves">
        ${textField({
          id: 'rate',
          label: t('profile.rate'),
          hint: t('profile.rateHint', { min: money(rateMinMinor), max: money(rateMaxMinor) }),
          optional: true,
          value: hourlyRate ? String(hourlyRate.amountMinor / 100) : '',
          inputmode: 'decimal',
          prefix: currency,
          suffix: t('profile.perHour'),
          error: errorOf(draft, 'basics', 'hourlyRate/amountMinor'),
          onChange: (value) => changeRate(draft, value, currency),
        })}
        ${textField({
          id: 'hours',
          label: t('profile.hours'),
          type: 'number',
          min: 0,
          max: hoursPerWeekMax,
          value: String(availability.hoursPerWeek),
          suffix: t('profile.hoursUnit'),
          error: errorOf(draft, 'basics', 'availability/hoursPerWeek'),
          onChange: (value) => free({ hoursPerWeek: Math.max(0, Math.round(Number(value) || 0)) }),
        })}
      </div>
      <div class="halves">
        ${textField({
          id: 'free-from',
          label: t('profile.freeFrom'),
          hint: t('profile.freeFromHint'),
          optional: true,
          type: 'date',
          value: availability.nextFreeDate ?? '',
          error: errorOf(draft, 'basics', 'availability/nextFreeDate'),
          onChange: (value) => free({ nextFreeDate: value || null }),
        })}
        ${radios({
          name: 'engagement',
          label: t('profile.engagement'),
          value: engagement,
          choices: [
            { value: 'hourly', label: t('engagement.hourly') },
            { value: 'fixedPrice', label: t('engagement.fixedPrice') },
            { value: 'either', label: t('engagement.either') },
          ],
          onChange: (value) => draft.change('basics', { engagement: value }),
        })}
      </div>
      ${checkbox({
        id: 'open',
        label: t('profile.openToOffers'),
        hint: t('profile.openToOffersHint'),
        checked: availability.openToOffers,
        onChange: (openToOffers) => free({ openToOffers }),
      })}`,
  );
}

/** `45,50` and `45.50` are the same rate; what is no number is left to the server to refuse in words. */
function changeRate(draft: ProfileDraft, typed: string, currency: string): void {
  const text = typed.trim().replace(',', '.');
  const amount = Number(text);
  if (text === '') draft.change('basics', { hourlyRate: null });
  else
    draft.change('basics', {
      hourlyRate: { amountMinor: Number.isFinite(amount) ? Math.round(amount * 100) : 0, currency },
    });
}
