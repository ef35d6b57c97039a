import { identity } from './en/identity.ts';
import { shell } from './en/shell.ts';

export const en = { ...shell, ...identity };
