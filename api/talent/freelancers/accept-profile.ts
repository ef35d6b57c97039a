import type { Money } from '../../money/money.ts';
import { findSkillCategory } from '../skills/taxonomy.ts';
import { type FreelancerPolicy, freelancerPolicy } from './freelancer.ts';
import { isCountry, timezoneNamed } from './places.ts';
import { Refusals } from './refusals.ts';
import type { Availability, ProfileEdit } from './schema.ts';
import type { FreelancerRow } from './table.ts';

type CurrentCategory = Pick<FreelancerRow, 'categoryId'>;

/**
 * The columns an edit changes, cleaned and within the policy.
 * @throws 422 naming each thing that is not accepted
 */
export function acceptProfile(
  edit: ProfileEdit,
  current: CurrentCategory = { categoryId: null },
  policy: FreelancerPolicy = freelancerPolicy,
): Partial<FreelancerRow> {
  const refusals = new Refusals();
  const columns: Partial<FreelancerRow> = {
    ...(edit.name !== undefined && {
      name: refusals.line('/name', edit.name, policy.nameLengthMax, { required: true }),
    }),
    ...(edit.headline !== undefined && {
      headline: refusals.line('/headline', edit.headline, policy.headlineLengthMax),
    }),
    ...(edit.overview !== undefined && {
      overview: refusals.text('/overview', edit.overview, policy.overviewLengthMax),
    }),
    ...(edit.country !== undefined && { country: acceptCountry(edit.country, refusals) }),
    ...(edit.timezone !== undefined && { timezone: acceptTimezone(edit.timezone, refusals) }),
    ...(edit.hourlyRate !== undefined && acceptRate(edit.hourlyRate, policy, refusals)),
    ...(edit.engagement !== undefined && { engagement: edit.engagement }),
    ...(edit.availability !== undefined && acceptAvailability(edit.availability, policy, refusals)),
    ...(edit.visibility !== undefined && { visibility: edit.visibility }),
    ...acceptCategory(edit, current, policy, refusals),
  };
  refusals.throwIfAny();
  return columns;
}

function acceptCountry(code: string, refusals: Refusals): string {
  const country = code.toUpperCase();
  if (!isCountry(country)) refusals.add('/country', 'unknown_country', 'This is no ISO 3166 country code.');
  return country;
}

function acceptTimezone(name: string, refusals: Refusals): string {
  const timezone = timezoneNamed(name);
  if (!timezone) refusals.add('/timezone', 'unknown_timezone', 'This is no IANA time zone, as Europe/Berlin is.');
  return timezone ?? '';
}

function acceptRate(rate: Money | null, policy: FreelancerPolicy, refusals: Refusals) {
  if (!rate) return { rateMinor: null, rateCurrency: null };
  const { rateCurrencies, rateMinMinor, rateMaxMinor } = policy;
  if (!rateCurrencies.includes(rate.currency)) {
    refusals.add('/hourlyRate/currency', 'currency_not_accepted', `Rates are in ${rateCurrencies.join(' or ')}.`);
  }
  if (rate.amountMinor < rateMinMinor || rate.amountMinor > rateMaxMinor) {
    refusals.add(
      '/hourlyRate/amountMinor',
      'rate_out_of_range',
      `An hourly rate lies between ${rateMinMinor / 100} and ${rateMaxMinor / 100}.`,
    );
  }
  return { rateMinor: rate.amountMinor, rateCurrency: rate.currency };
}

function acceptAvailability(availability: Availability, policy: FreelancerPolicy, refusals: Refusals) {
  if (availability.hoursPerWeek > policy.hoursPerWeekMax) {
    refusals.add(
      '/availability/hoursPerWeek',
      'too_many_hours',
      `There can be at most ${policy.hoursPerWeekMax} hours a week.`,
    );
  }
  return {
    hoursPerWeek: availability.hoursPerWeek,
    nextFreeDate: availability.nextFreeDate,
    openToOffers: availability.openToOffers ? 1 : 0,
  } as const;
}

/** Specializations belong to their category: a new category starts without any unless they come with it. */
function acceptCategory(edit: ProfileEdit, current: CurrentCategory, policy: FreelancerPolicy, refusals: Refusals) {
  if (edit.categoryId === undefined && edit.specializationIds === undefined) return {};
  const categoryId = edit.categoryId === undefined ? current.categoryId : edit.categoryId;
  const category = categoryId === null ? undefined : findSkillCategory(categoryId);
  if (categoryId !== null && !category) refusals.add('/categoryId', 'unknown_category', 'There is no such category.');
  const keepsThem = edit.specializationIds === undefined && categoryId === current.categoryId;
  if (keepsThem) return { categoryId };
  const chosen = [...new Set(edit.specializationIds ?? [])];
  refusals.count('/specializationIds', chosen, policy.specializationsMax);
  for (const id of chosen) {
    if (!category?.specializations.some((specialization) => specialization.id === id)) {
      refusals.add('/specializationIds', 'unknown_specialization', 'The category has no such specialization.');
    }
  }
  return { categoryId, specializationIds: JSON.stringify(chosen) };
}
