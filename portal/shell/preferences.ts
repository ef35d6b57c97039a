import { type Locale, locale, locales, matchLocale, useLocale } from '../strings/strings.ts';
import { createState } from './state.ts';

export type SchemeChoice = 'system' | 'light' | 'dark';
export type Density = 'comfortable' | 'compact';
export type Preferences = {
  scheme: SchemeChoice;
  density: Density;
  locale: Locale;
  /** Whether single letters act, as `g h` does. */
  shortcuts: boolean;
};

const storageKey = 'preferences';

export const preferences = createState<Preferences>(read());

/** Changes apply at once and stay on this device. */
export async function prefer(change: Partial<Preferences>): Promise<void> {
  const next = { ...preferences.get(), ...change };
  await apply(next);
  try {
    localStorage.setItem(storageKey, JSON.stringify(next));
  } catch {
    // A browser that keeps nothing still shows the choice until the page closes.
  }
  preferences.set(next);
}

/** The tenant's, for whoever chose none on this device. */
export async function suggestDensity(density: Density): Promise<void> {
  if (hasChosen() || preferences.get().density === density) return;
  const next = { ...preferences.get(), density };
  await apply(next);
  preferences.set(next);
}

function hasChosen(): boolean {
  try {
    return localStorage.getItem(storageKey) !== null;
  } catch {
    return false;
  }
}

export const applyPreferences = (): Promise<void> => apply(preferences.get());

async function apply(wanted: Preferences): Promise<void> {
  const root = document.documentElement;
  if (wanted.scheme === 'system') delete root.dataset.scheme;
  else root.dataset.scheme = wanted.scheme;
  root.dataset.density = wanted.density;
  if (wanted.locale !== locale()) await useLocale(wanted.locale);
}

function read(): Preferences {
  let kept: Partial<Record<keyof Preferences, unknown>> = {};
  try {
    kept = JSON.parse(localStorage.getItem(storageKey) ?? '{}') ?? {};
  } catch {
    // What cannot be read counts as never chosen.
  }
  return {
    scheme: kept.scheme === 'light' || kept.scheme === 'dark' ? kept.scheme : 'system',
    density: kept.density === 'compact' ? 'compact' : 'comfortable',
    shortcuts: kept.shortcuts !== false,
    locale:
      typeof kept.locale === 'string' && kept.locale in locales
        ? (kept.locale as Locale)
        : matchLocale(navigator.languages),
  };
}
