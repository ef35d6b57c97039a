import type { FreelancerProfile } from '@portico/api/talent/freelancers/schema.ts';
import { html, type TemplateResult } from 'lit';
import { now } from '../../shell/now.ts';
import { formatDate, formatMoney, formatPercent, formatTimezone } from '../../strings/format.ts';
import { intl } from '../../strings/intl.ts';
import { locale, t, wordsFor } from '../../strings/strings.ts';

export function profileFacts(profile: FreelancerProfile): TemplateResult {
  const facts: [string, string][] = [
    [t('freelancer.rate'), rateWords(profile.hourlyRate)],
    [t('freelancer.engagement'), wordsFor('engagement', profile.engagement) ?? ''],
    [t('freelancer.availability'), availabilityWords(profile.availability)],
    [
      t('freelancer.jobSuccess'),
      profile.jobSuccess === null ? t('freelancer.jobSuccessNone') : formatPercent(profile.jobSuccess),
    ],
    ...(profile.responseTimeHours === null
      ? []
      : [[t('freelancer.responseTime'), responseWords(profile.responseTimeHours)] as [string, string]]),
    ...(profile.category ? [[t('freelancer.category'), fieldWords(profile)] as [string, string]] : []),
    [t('freelancer.location'), formatTimezone(profile.timezone, now())],
    [t('freelancer.localTime'), localTime(profile.timezone)],
    [t('freelancer.verified'), verifiedWords(profile.verified)],
    [t('freelancer.memberSince'), formatDate(profile.memberSince)],
  ];
  return html`<dl class="facts number">${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}

export const rateWords = (rate: FreelancerProfile['hourlyRate']): string =>
  rate ? t('freelancer.perHour', { rate: formatMoney(rate) }) : t('freelancer.rateOpen');

export function availabilityWords({ hoursPerWeek, nextFreeDate }: FreelancerProfile['availability']): string {
  const date = nextFreeDate && formatDate(nextFreeDate);
  if (hoursPerWeek === 0) return date ? t('freelancer.freeOnlyFrom', { date }) : t('freelancer.notFree');
  const hours = t('freelancer.hours', { n: hoursPerWeek });
  return date ? `${hours}, ${t('freelancer.freeFrom', { date })}` : hours;
}

const [soonHours, daysFromHours] = [1, 48];

/** Rounded up: what is said is kept. */
export function responseWords(hours: number): string {
  if (hours <= soonHours) return t('freelancer.responseSoon');
  return hours < daysFromHours
    ? t('freelancer.responseHours', { n: Math.ceil(hours) })
    : t('freelancer.responseDays', { n: Math.ceil(hours / 24) });
}

export function verifiedWords({ identity, email, phone }: FreelancerProfile['verified']): string {
  const words = [
    identity && t('freelancer.verifiedIdentity', { date: formatDate(identity) }),
    phone && t('freelancer.verifiedPhone'),
    email && t('freelancer.verifiedEmail'),
  ];
  return words.filter(Boolean).join('; ') || t('freelancer.verifiedNone');
}

export const fieldWords = ({
  category,
  specializations,
}: Pick<FreelancerProfile, 'category' | 'specializations'>): string =>
  [category?.name, ...specializations].filter(Boolean).join(' · ');

function localTime(timeZone: string): string {
  try {
    return intl('DateTimeFormat', locale(), { timeStyle: 'short', timeZone }).format(now());
  } catch {
    return timeZone;
  }
}
