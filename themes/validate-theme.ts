import { formatColor, parseColor } from './color.ts';
import { type ContrastPair, contrastPairs } from './contrast.ts';
import { neutral } from './ready/neutral.ts';
import { completeTheme } from './theme-css.ts';
import {
  choiceRules,
  colorTokens,
  numberRules,
  type Shape,
  schemes,
  shapeTokens,
  type TenantTheme,
  type Theme,
} from './tokens.ts';

export type ThemeRefusal =
  | { code: 'not_an_object' | 'unknown_token' | 'not_a_color' | 'not_a_number'; path: string }
  | { code: 'out_of_range'; path: string; min: number; max: number }
  | { code: 'not_in_list'; path: string; allowed: string[] }
  | ({ code: 'contrast_too_low'; path: string } & ContrastPair);

export type ThemeVerdict =
  | { ok: true; tenantTheme: TenantTheme; theme: Theme; pairs: ContrastPair[] }
  | { ok: false; refusals: ThemeRefusal[] };

/**
 * Judge a tenant's theme on save. What comes back as `tenantTheme` is rebuilt from parsed values and is what to store;
 * `theme` is the same with every open token filled in. Contrast is judged on the filled-in theme, in both schemes.
 */
export function validateTheme(input: unknown, base: Theme = neutral): ThemeVerdict {
  const { theme: tenantTheme, refusals } = readTheme(input);
  if (refusals.length > 0) return { ok: false, refusals };
  const theme = completeTheme(base, tenantTheme);
  const pairs = contrastPairs(theme);
  const failing = pairs.filter((pair) => !pair.passes);
  if (failing.length === 0) return { ok: true, tenantTheme, theme, pairs };
  return {
    ok: false,
    refusals: failing.map((pair) => ({ code: 'contrast_too_low', path: `${pair.scheme}.${pair.text}`, ...pair })),
  };
}

/** Its form alone, rebuilt from parsed values: for a draft, whose contrast may still be low. */
export function readTheme(input: unknown): { theme: TenantTheme; refusals: ThemeRefusal[] } {
  const refusals: ThemeRefusal[] = [];
  const theme: TenantTheme = {};
  const parts = entriesOf(input, '', ['light', 'dark', 'shape'], refusals);
  for (const scheme of schemes) {
    if (parts.has(scheme)) theme[scheme] = readColors(parts.get(scheme), scheme, refusals);
  }
  if (parts.has('shape')) theme.shape = readShape(parts.get('shape'), refusals);
  return { theme, refusals };
}

function readColors(input: unknown, scheme: 'light' | 'dark', refusals: ThemeRefusal[]) {
  const colors: NonNullable<TenantTheme['light']> = {};
  for (const [token, value] of entriesOf(input, scheme, colorTokens, refusals)) {
    const color = parseColor(value);
    if (color) colors[token] = formatColor(color);
    else refusals.push({ code: 'not_a_color', path: `${scheme}.${token}` });
  }
  return colors;
}

function readShape(input: unknown, refusals: ThemeRefusal[]): Partial<Shape> {
  const shape: Record<string, number | string> = {};
  for (const [token, value] of entriesOf(input, 'shape', shapeTokens, refusals)) {
    const path = `shape.${token}`;
    if (token === 'fontFamily' || token === 'shadow') {
      const allowed: string[] = choiceRules[token];
      if (typeof value === 'string' && allowed.includes(value)) shape[token] = value;
      else refusals.push({ code: 'not_in_list', path, allowed });
      continue;
    }
    const { min, max } = numberRules[token];
    if (typeof value !== 'number' || !Number.isFinite(value)) refusals.push({ code: 'not_a_number', path });
    else if (value < min || value > max) refusals.push({ code: 'out_of_range', path, min, max });
    else shape[token] = value;
  }
  return shape as Partial<Shape>;
}

/** Own, known entries; everything else is refused by name. */
function entriesOf<Name extends string>(
  input: unknown,
  path: string,
  known: readonly Name[],
  refusals: ThemeRefusal[],
): Map<Name, unknown> {
  const found = new Map<Name, unknown>();
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    refusals.push({ code: 'not_an_object', path });
    return found;
  }
  for (const [key, value] of Object.entries(input)) {
    const name = known.find((candidate) => candidate === key);
    if (name) found.set(name, value);
    else refusals.push({ code: 'unknown_token', path: path ? `${path}.${key.slice(0, 64)}` : key.slice(0, 64) });
  }
  return found;
}
