import { identity } from './de/identity.ts';
import { moves } from './de/moves.ts';
import { ownWork } from './de/own-work.ts';
import { parts } from './de/parts.ts';
import { profile } from './de/profile.ts';
import { settings } from './de/settings.ts';
import { shell } from './de/shell.ts';
import { talent } from './de/talent.ts';
import type { Strings } from './text-keys.ts';

export const de: Strings = {
  ...shell,
  ...identity,
  ...talent,
  ...profile,
  ...settings,
  ...parts,
  ...moves,
  ...ownWork,
};
