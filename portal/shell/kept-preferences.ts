import type { Density, SchemeChoice } from '@portico/api/platform/preferences/preferences.ts';
import type { Locale } from '../strings/strings.ts';

export type Preferences = {
  scheme: SchemeChoice;
  density: Density;
  locale: Locale;
  /** Whether single letters act, as `g h` does. */
  shortcuts: boolean;
};

export type KeptPreferences = Partial<Preferences>;
/** @property personId whose they are; none while nobody has signed in @property unsent what the server has not heard of */
export type Kept = { personId?: string; chosen: KeptPreferences; unsent: KeptPreferences };

export const storageKey = 'preferences';
const cookieDays = 365;

/** This device's copy, so that a page looks right before the server has answered. */
export function readKeptPreferences(): Kept {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey) ?? '{}') ?? {};
    // What was kept before there was a copy at the server: the choices themselves.
    if (!kept.chosen) return { chosen: kept, unsent: {} };
    return { ...kept, unsent: kept.unsent ?? {} };
  } catch {
    return { chosen: {}, unsent: {} };
  }
}

export function keepPreferences(kept: Kept): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing still shows the choice until the page closes.
  }
  const { scheme = 'system', density } = kept.chosen;
  const secure = location.protocol === 'https:' ? '; secure' : '';
  // The server writes it into the page, which is then never painted in another scheme.
  // biome-ignore lint/suspicious/noDocumentCookie: Cookie Store is for pages that came safely alone
  document.cookie = `look=${scheme}.${density ?? ''}; path=/; max-age=${cookieDays * 86_400}; samesite=lax${secure}`;
}
