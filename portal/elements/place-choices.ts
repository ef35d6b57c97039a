import { countries } from '@portico/api/talent/freelancers/places.ts';
import { now } from '../shell/now.ts';
import { countryName, formatTimezone } from '../strings/format.ts';
import { locale } from '../strings/strings.ts';

export function countryChoices(): { value: string; label: string }[] {
  const collator = new Intl.Collator(locale());
  return countries
    .map((value) => ({ value, label: countryName(value) }))
    .sort((one, other) => collator.compare(one.label, other.label));
}

export function timezoneChoices(current: string): { value: string; label: string }[] {
  const nowMs = now();
  const zones = new Set([current, 'UTC', ...Intl.supportedValuesOf('timeZone')].filter(Boolean));
  return [...zones]
    .sort()
    .map((value) => ({ value, label: `${value.replaceAll('_', ' ')} (${offset(value, nowMs)})` }));
}

const offset = (zone: string, nowMs: number) => formatTimezone(zone, nowMs).split(', ').at(-1) ?? '';
