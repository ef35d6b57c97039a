import { en } from './en.ts';
import type { Strings } from './text-keys.ts';

type Later<Words> = () => Words | Promise<Words>;

/** Every word there is. The build puts in their place what the shell says, and what each page says: see `.ci/portal-words.ts`. */
export const firstWords: Readonly<Record<'en' | 'de', Later<Partial<Strings>>>> = {
  en: () => en,
  de: async () => (await import('./de.ts')).de,
};
export const pageWords: Readonly<Record<'en' | 'de', Readonly<Record<string, Later<Partial<Strings>>>>>> = {
  en: {},
  de: {},
};
