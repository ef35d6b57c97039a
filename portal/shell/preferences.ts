import type { Density, SchemeChoice } from '@portico/api/platform/preferences/preferences.ts';
import { type Locale, locale, locales, matchLocale, useLocale } from '../strings/strings.ts';
import {
  type KeptPreferences,
  keepPreferences,
  type Preferences,
  readKeptPreferences,
  storageKey,
} from './kept-preferences.ts';
import { createState } from './state.ts';

export type { Density, Preferences, SchemeChoice };

/** The tenant's, for whoever chose none. */
let suggested: Density = 'comfortable';

export const preferences = createState<Preferences>(withDefaults(readKeptPreferences().chosen));

let send: ((change: Partial<Preferences>) => Promise<unknown>) | undefined;

/** Changes apply at once, here and in other open pages, and are kept with the person; without a network later. */
export async function prefer(change: Partial<Preferences>): Promise<void> {
  const kept = readKeptPreferences();
  keepPreferences({ ...kept, chosen: { ...kept.chosen, ...change }, unsent: { ...kept.unsent, ...change } });
  await show({ ...preferences.get(), ...change });
  await sendUnsent();
}

export async function suggestDensity(density: Density): Promise<void> {
  suggested = density;
  if (readKeptPreferences().chosen.density === undefined) await show({ ...preferences.get(), density });
}

/** What the server knows of a person, any of it perhaps never chosen. */
type Known = { [Name in keyof Preferences]: string | boolean | null };

/**
 * Once somebody is known to be here, what they chose anywhere counts, but for what was chosen here and did not reach
 * the server yet. What was chosen here before anybody signed in becomes theirs.
 */
export async function adoptPreferences(
  personId: string,
  known: Known,
  patch: (change: Partial<Preferences>) => Promise<unknown>,
): Promise<void> {
  const kept = readKeptPreferences();
  const isTheirs = kept.personId === personId;
  const isNobodys = kept.personId === undefined;
  const theirs = accepted(known);
  const unsent = isTheirs ? kept.unsent : isNobodys ? withoutKnown(kept.chosen, theirs) : {};
  const chosen = { ...theirs, ...unsent };
  keepPreferences({ personId, chosen, unsent });
  send = patch;
  await show(withDefaults(chosen));
  void sendUnsent();
}

export const applyPreferences = (): Promise<void> => apply(preferences.get());

/** What another page of this browser chose. @returns what stops it */
export function watchOtherPages(): () => void {
  const stop = new AbortController();
  const onStorage = ({ key }: StorageEvent) => {
    if (key === storageKey) void show(withDefaults(readKeptPreferences().chosen));
  };
  addEventListener('storage', onStorage, { signal: stop.signal });
  return () => stop.abort();
}

async function show(wanted: Preferences): Promise<void> {
  await apply(wanted);
  const now = preferences.get();
  if ((Object.keys(wanted) as (keyof Preferences)[]).some((name) => wanted[name] !== now[name]))
    preferences.set(wanted);
}

/** The last choice of each counts; what was chosen while it was sent stays to be sent. */
async function sendUnsent(): Promise<void> {
  const { unsent } = readKeptPreferences();
  if (!send || Object.keys(unsent).length === 0) return;
  try {
    await send(unsent);
  } catch {
    // It stays unsent until the next page, or the next choice.
    return;
  }
  const kept = readKeptPreferences();
  keepPreferences({ ...kept, unsent: withoutKnown(kept.unsent, unsent, true) });
}

async function apply(wanted: Preferences): Promise<void> {
  const root = document.documentElement;
  if (wanted.scheme === 'system') delete root.dataset.scheme;
  else root.dataset.scheme = wanted.scheme;
  root.dataset.density = wanted.density;
  if (wanted.locale !== locale()) await useLocale(wanted.locale);
}

function isOneOf<Value extends string>(value: unknown, values: readonly Value[]): value is Value {
  return values.includes(value as Value);
}

/** A newer version, another program or a person may have written anything there. */
function accepted(given: { [Name in keyof Preferences]?: unknown }): KeptPreferences {
  const { scheme, density, shortcuts } = given;
  return {
    ...(isOneOf(scheme, ['system', 'light', 'dark']) && { scheme }),
    ...(isOneOf(density, ['comfortable', 'compact']) && { density }),
    ...(typeof given.locale === 'string' && given.locale in locales && { locale: given.locale as Locale }),
    ...(typeof shortcuts === 'boolean' && { shortcuts }),
  };
}

function withDefaults(chosen: KeptPreferences): Preferences {
  return {
    scheme: 'system',
    density: suggested,
    shortcuts: true,
    locale: matchLocale(navigator.languages),
    ...accepted(chosen),
  };
}

/** @param isSame only what has the same value there */
function withoutKnown(chosen: KeptPreferences, known: KeptPreferences, isSame = false): KeptPreferences {
  const names = Object.keys(chosen) as (keyof Preferences)[];
  const left = names.filter((name) => known[name] === undefined || (isSame && known[name] !== chosen[name]));
  return Object.fromEntries(left.map((name) => [name, chosen[name]]));
}
