import { posix } from 'node:path';

export type Room = 'api' | 'widgets' | 'portal' | 'themes' | 'demo' | 'root';
export type Role = 'routes' | 'command' | 'store' | 'table' | 'schema' | 'noun' | 'pure';

/** Where a file stands in the house. In the API `wing` is one of its folders of slices, or `assembly`. */
export type Place = {
  path: string;
  room: Room;
  isTest: boolean;
  /** Built into what a browser loads. */
  isBrowser: boolean;
  wing?: string;
  slice?: string;
  /** By its name; `pure` is a file that a name calls a command and that loads nothing but nouns and its like. */
  role?: Role;
};

export const wings = [
  'platform',
  'money',
  'procurement',
  'talent',
  'work',
  'hiring',
  'collaboration',
  'trust',
  'insight',
] as const;

const rooms = new Set<string>(['api', 'widgets', 'portal', 'themes', 'demo']);
const browserFiles = /^(widgets|portal|themes|demo\/hosts)\//;

/** @param path relative to the project, with forward slashes */
export function placeOf(path: string): Place {
  const [first = '', second = '', third = ''] = path.split('/');
  const room = rooms.has(first) ? (first as Room) : 'root';
  const isTest = /\.(test|spec)\.ts$/.test(path);
  const place = { path, room, isTest, isBrowser: browserFiles.test(path) };
  if (room !== 'api') return place;
  if (!(wings as readonly string[]).includes(second)) return { ...place, wing: 'assembly' };
  const slice = third.endsWith('.ts') ? second : `${second}/${third}`;
  return { ...place, wing: second, slice, role: roleOf(path, second) };
}

function roleOf(path: string, wing: string): Role {
  const name = posix.basename(path, '.ts');
  // What every slice's schema and routes are written with has the name of what it is for.
  if (path === 'api/platform/http/routes.ts') return 'command';
  for (const role of ['routes', 'store', 'table', 'schema'] as const) {
    if (name === role || name.endsWith(`-${role}`)) return role;
  }
  return isNoun(name, posix.basename(posix.dirname(path)), wing) ? 'noun' : 'command';
}

/** `freelancers/freelancer.ts`, `money/money.ts`; a plain word of a folder may carry its wing: `lists/talent-list.ts`. */
function isNoun(name: string, folder: string, wing: string): boolean {
  const word = name.startsWith(`${wing}-`) ? name.slice(wing.length + 1) : name;
  return [word, name].some((noun) => [...plurals(noun), ...(noun.endsWith('s') ? [] : [noun])].includes(folder));
}

function plurals(noun: string): string[] {
  return [`${noun}s`, `${noun}es`, noun.replace(/y$/, 'ies')].filter((plural) => plural !== noun);
}
