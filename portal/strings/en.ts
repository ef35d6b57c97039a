import { identity } from './en/identity.ts';
import { moves } from './en/moves.ts';
import { ownWork } from './en/own-work.ts';
import { parts } from './en/parts.ts';
import { profile } from './en/profile.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { talent } from './en/talent.ts';

export const en = { ...shell, ...identity, ...talent, ...profile, ...settings, ...parts, ...moves, ...ownWork };
