import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { contrastRatio, parseColor } from './color.ts';
import { contrastRules } from './contrast.ts';
import { readyThemes } from './ready-themes.ts';
import { elementThemeCss, pageThemeCss } from './theme-css.ts';
import { type ColorToken, colorTokens, shapeTokens, type TenantTheme } from './tokens.ts';
import { validateTheme } from './validate-theme.ts';

test('the closed list has 24 tokens', () => {
  assert.equal(colorTokens.length + shapeTokens.length, 24);
});

for (const [name, theme] of Object.entries(readyThemes)) {
  test(`the ready theme ${name} passes its own check in both schemes`, () => {
    const verdict = validateTheme(theme);
    assert.deepEqual(verdict.ok ? [] : verdict.refusals, []);
  });
}

test('an empty theme is the neutral one', () => {
  const verdict = validateTheme({});
  assert.ok(verdict.ok);
  assert.deepEqual(verdict.theme, readyThemes.neutral);
});

const refusalTable: [why: string, input: unknown, code: string, path: string][] = [
  ['a list is not a theme', [], 'not_an_object', ''],
  ['null is not a theme', null, 'not_an_object', ''],
  ['a scheme is an object', { light: 'white' }, 'not_an_object', 'light'],
  ['no token outside the list', { light: { background: '#fff' } }, 'unknown_token', 'light.background'],
  ['no part outside the list', { css: 'body{}' }, 'unknown_token', 'css'],
  ['__proto__ is not a token', JSON.parse('{"light":{"__proto__":"#fff"}}'), 'unknown_token', 'light.__proto__'],
  ['no CSS text as color', { light: { text: 'red;} body{display:none' } }, 'not_a_color', 'light.text'],
  ['no url as color', { dark: { accent: 'url(https://evil.example/x)' } }, 'not_a_color', 'dark.accent'],
  ['no var as color', { dark: { accent: 'var(--x)' } }, 'not_a_color', 'dark.accent'],
  ['no named color', { light: { text: 'rebeccapurple' } }, 'not_a_color', 'light.text'],
  ['no alpha', { light: { text: '#00000080' } }, 'not_a_color', 'light.text'],
  ['no lightness over one', { light: { text: 'oklch(7 0 0)' } }, 'not_a_color', 'light.text'],
  ['radius has a limit', { shape: { radiusControl: 99 } }, 'out_of_range', 'shape.radiusControl'],
  ['NaN is not a size', { shape: { fontSize: Number.NaN } }, 'not_a_number', 'shape.fontSize'],
  ['sizes are numbers', { shape: { fontSize: '14px' } }, 'not_a_number', 'shape.fontSize'],
  ['fonts are chosen by name', { shape: { fontFamily: 'x;}' } }, 'not_in_list', 'shape.fontFamily'],
];

for (const [why, input, code, path] of refusalTable) {
  test(`refused: ${why}`, () => {
    const verdict = validateTheme(input);
    assert.ok(!verdict.ok);
    assert.deepEqual(
      verdict.refusals.map((refusal) => [refusal.code, refusal.path]),
      [[code, path]],
    );
  });
}

test('an unreadable text color is refused with pair, ratio and a color that passes', () => {
  const verdict = validateTheme({ light: { textMuted: '#999999' } });
  assert.ok(!verdict.ok);
  const refusal = verdict.refusals.find((each) => each.code === 'contrast_too_low' && each.ground === 'surfaceSunken');
  assert.ok(refusal?.code === 'contrast_too_low');
  assert.deepEqual([refusal.scheme, refusal.text, refusal.needed], ['light', 'textMuted', 4.5]);
  assert.ok(refusal.ratio > 2 && refusal.ratio < 3, String(refusal.ratio));
  assert.ok(validateTheme({ light: { textMuted: refusal.suggestion! } }).ok);
});

test('both schemes are judged: a color that only dark cannot carry is refused for dark', () => {
  const verdict = validateTheme({ light: { accent: '#7a1fa2' }, dark: { accent: '#7a1fa2' } });
  assert.ok(!verdict.ok);
  assert.deepEqual([...new Set(verdict.refusals.map((refusal) => refusal.path))], ['dark.accentContrast']);
});

const anyColor = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const anyTheme: fc.Arbitrary<TenantTheme> = fc.record(
  {
    light: fc.dictionary(fc.constantFrom(...colorTokens), anyColor),
    dark: fc.dictionary(fc.constantFrom(...colorTokens), anyColor),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<TenantTheme>;

test('what is accepted is readable, what is refused for contrast is not', () => {
  fc.assert(
    fc.property(anyTheme, (input) => {
      const verdict = validateTheme(input);
      if (verdict.ok) {
        for (const scheme of ['light', 'dark'] as const)
          for (const { text, grounds, ratio } of contrastRules)
            for (const ground of grounds) {
              const colors: Record<ColorToken, string> = verdict.theme[scheme];
              assert.ok(contrastRatio(parseColor(colors[text])!, parseColor(colors[ground])!) >= ratio);
            }
      } else {
        for (const refusal of verdict.refusals)
          assert.ok(refusal.code === 'contrast_too_low' && refusal.ratio < refusal.needed);
      }
    }),
    { numRuns: 60 },
  );
});

test('no input reaches the CSS as text', () => {
  const hostile = fc.oneof(fc.string(), fc.constantFrom('}', '*/', 'url(//x)', 'oklch(0 0 0);}a{', '#fff;color:red'));
  fc.assert(
    fc.property(fc.constantFrom(...colorTokens), hostile, (token, value) => {
      const theme = { ...readyThemes.neutral, light: { ...readyThemes.neutral.light, [token]: value } };
      for (const css of [pageThemeCss(theme), elementThemeCss(theme)]) {
        assert.equal(css.split('{').length, 2);
        assert.equal(css.split('}').length, 2);
        assert.doesNotMatch(css, /url|\*\//);
      }
    }),
  );
});

test('host CSS wins: the element sheet never declares a public token', () => {
  const css = elementThemeCss(readyThemes.neutral);
  assert.match(css, /--_surface-raised:var\(--hire-surface-raised,light-dark\(/);
  assert.doesNotMatch(css, /[{;]--hire-/);
});
