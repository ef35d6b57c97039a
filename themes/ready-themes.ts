import { coral } from './ready/coral.ts';
import { evergreen } from './ready/evergreen.ts';
import { neutral } from './ready/neutral.ts';
import type { Theme } from './tokens.ts';

export const readyThemes = { neutral, evergreen, coral } satisfies Record<string, Theme>;
export type ReadyThemeName = keyof typeof readyThemes;
