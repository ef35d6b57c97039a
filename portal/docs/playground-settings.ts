import type { ElementDocs } from './elements.ts';

export const states = ['ready', 'empty', 'error', 'loading'] as const;
export const schemes = ['page', 'light', 'dark'] as const;
export const widths = ['full', '768', '390', '320'] as const;
export const languages = ['en', 'de', 'fr', 'es', 'ja', 'ar'] as const;

export type PlaygroundState = (typeof states)[number];
export type Settings = {
  attributes: Record<string, string>;
  theme: string;
  scheme: (typeof schemes)[number];
  width: (typeof widths)[number];
  state: PlaygroundState;
};

const oneOf = <Word extends string>(words: readonly Word[], word: string | null): Word =>
  words.find((each) => each === word) ?? words[0]!;

/** What an element cannot show anything without. */
const needed: Record<string, Record<string, string>> = { 'hire-proposals': { 'job-id': 'jp_1' } };

/** The address says all, so that it can be sent to somebody. */
export function readSettings({ tagName, attributes }: ElementDocs, themes: readonly string[]): Settings {
  const query = new URLSearchParams(location.search);
  const given = attributes.flatMap(({ name }): [string, string][] => {
    const value = query.get(name);
    return value ? [[name, value]] : [];
  });
  return {
    attributes: { ...(given.length > 0 ? {} : needed[tagName]), ...Object.fromEntries(given) },
    theme: oneOf(['', ...themes], query.get('theme')),
    scheme: oneOf(schemes, query.get('scheme')),
    width: oneOf(widths, query.get('width')),
    state: oneOf(states, query.get('state')),
  };
}

export function writeSettings({ attributes, theme, scheme, width, state }: Settings): void {
  const query = new URLSearchParams(Object.entries(attributes).filter(([, value]) => value !== ''));
  if (theme) query.set('theme', theme);
  if (scheme !== schemes[0]) query.set('scheme', scheme);
  if (width !== widths[0]) query.set('width', width);
  if (state !== states[0]) query.set('state', state);
  const text = query.toString();
  history.replaceState(null, '', `${location.pathname}${text && `?${text}`}${location.hash}`);
}
