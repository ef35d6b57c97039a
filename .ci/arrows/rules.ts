import type { Edge } from './graph.ts';
import type { Place, Role, Room, wings } from './place.ts';

/** Why an import is refused, and what to do instead; undefined when its arrow is drawn in the house's plan. */
export type Rule = (edge: Edge) => string | undefined;

/** demo → portal → widgets → themes, and what each takes from the API; the API takes the check of a theme. */
const roomsBelow: Record<Exclude<Room, 'root'>, readonly Room[]> = {
  demo: ['portal', 'widgets', 'themes', 'api'],
  portal: ['widgets', 'themes', 'api'],
  widgets: ['themes', 'api'],
  themes: [],
  api: ['themes'],
};

/** A wing may skip floors, never climb; wings of one floor do not know each other. */
const wingsBelow: Record<(typeof wings)[number], readonly string[]> = {
  insight: ['trust', 'hiring', 'work', 'procurement', 'talent', 'money', 'platform'],
  trust: ['hiring', 'work', 'procurement', 'talent', 'money', 'platform'],
  hiring: ['work', 'procurement', 'talent', 'money', 'platform'],
  work: ['procurement', 'talent', 'money', 'platform'],
  procurement: ['money', 'platform'],
  talent: ['money', 'platform'],
  money: ['platform'],
  collaboration: ['platform'],
  platform: [],
};

/** Within a slice: routes → commands → store → table; schema and noun stand below, and nouns know nouns alone. */
const rolesBelow: Record<Role, readonly Role[]> = {
  routes: ['routes', 'command', 'store', 'table', 'schema', 'noun', 'pure'],
  command: ['command', 'store', 'table', 'schema', 'noun', 'pure'],
  store: ['store', 'table', 'noun', 'pure'],
  table: ['table', 'noun', 'pure'],
  schema: ['schema', 'noun', 'pure'],
  noun: ['noun', 'pure'],
  pure: ['noun', 'pure'],
};

/** Across slices: never another's store, table or routes; below the commands only shapes and nouns. */
const rolesAcross: Record<Role, readonly Role[]> = {
  routes: ['command', 'schema', 'noun', 'pure'],
  command: ['command', 'schema', 'noun', 'pure'],
  store: ['noun', 'pure'],
  table: ['noun', 'pure'],
  schema: ['schema', 'noun', 'pure'],
  noun: ['noun', 'pure'],
  pure: ['noun', 'pure'],
};

/**
 * Besides tests: what measures the API, breaks it or writes down its routes, on a database of no importance, and what
 * shows the widgets over canned answers.
 */
const worksLikeATest =
  /^\w+\/testing\/|^api\/(bench\/|faults\/|commands\/openapi\.ts$)|^(demo\/(gallery|bench)|portal\/docs)\//;

export const rules: readonly Rule[] = [
  betweenRooms,
  browserToApi,
  betweenWings,
  toTesting,
  toAssembly,
  withinSlice,
  acrossSlices,
];

function betweenRooms({ from, to }: Edge): string | undefined {
  if (from.room === 'root' || from.room === to.room || roomsBelow[from.room].includes(to.room)) return undefined;
  return `${from.room} must not import ${to.room === 'root' ? 'the root' : to.room}: demo → portal → widgets → themes, and only news goes up`;
}

function browserToApi({ from, to, isTypeOnly }: Edge): string | undefined {
  if (!from.isBrowser || to.room !== 'api' || to.role === 'noun' || to.role === 'pure') return undefined;
  if (to.role === 'schema')
    return isTypeOnly ? undefined : 'a browser takes only types from a schema: write `import type`';
  return 'of the API a browser may load nouns and what is as pure, and types of a schema, nothing else';
}

function betweenWings({ from, to }: Edge): string | undefined {
  if (!isInWing(from) || !isInWing(to) || from.wing === to.wing) return undefined;
  if (wingsBelow[from.wing as keyof typeof wingsBelow].includes(to.wing!)) return undefined;
  return `${from.wing} must not import ${to.wing}, which is not below it: record an event in the outbox and listen to it there`;
}

function toTesting({ from, to }: Edge): string | undefined {
  if (!isForTests(to) || from.isTest || worksLikeATest.test(from.path) || from.room === 'root') return undefined;
  return `${to.room}/testing is for tests: what runs must not import it`;
}

/** A test of a slice may look at the whole: that all of it still agrees, whatever was done to it. */
const knownToTests = /^api\/((app|deps|proofs)\.ts$|faults\/)/;

function toAssembly({ from, to }: Edge): string | undefined {
  if (to.wing !== 'assembly' || !isInWing(from)) return undefined;
  if (from.isTest && (isForTests(to) || knownToTests.test(to.path))) return undefined;
  return 'a slice must not import what assembles it: take what you need as a parameter';
}

function isForTests({ path }: Place): boolean {
  return /^\w+\/testing\//.test(path);
}

function withinSlice({ from, to, isTypeOnly }: Edge): string | undefined {
  if (!isInWing(from) || from.slice !== to.slice || from.isTest || from.wing === 'platform') return undefined;
  if (rolesBelow[from.role!].includes(to.role!)) return undefined;
  // A row may be shaped for what reads it: a type leaves no arrow when it runs.
  if (isTypeOnly && (from.role === 'store' || from.role === 'pure') && to.role !== 'routes') return undefined;
  return `${from.role} → ${to.role}: inside a slice routes → commands → store → table, with schema and noun below`;
}

function acrossSlices({ from, to, isTypeOnly }: Edge): string | undefined {
  if (!isInWing(from) || !isInWing(to) || from.slice === to.slice) return undefined;
  const isForbidden = to.role === 'store' || to.role === 'table' || to.role === 'routes';
  // Reports read what all the others keep, and shape their rows by its types.
  if (from.wing === 'insight' && to.role === 'table' && isTypeOnly) return undefined;
  if (isForbidden) return `${to.path} is another slice's ${to.role}: call one of its commands`;
  if (from.isTest || from.wing === 'platform' || to.wing === 'platform') return undefined;
  if (isTypeOnly || rolesAcross[from.role!].includes(to.role!)) return undefined;
  return `a ${from.role} must not import another slice's ${to.role}: only its own commands and routes may`;
}

function isInWing({ room, wing }: Place): boolean {
  return room === 'api' && wing !== 'assembly';
}
