import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deriveTheme } from './derive-theme.ts';
import { validateTheme } from './validate-theme.ts';

describe('a theme from one accent color', () => {
  it('reads well in both schemes, whatever the color', () => {
    const failed: string[] = [];
    for (let hue = 0; hue < 360; hue += 15)
      for (const l of [0, 0.2, 0.45, 0.6, 0.68, 0.8, 0.95, 1])
        for (const c of [0, 0.1, 0.22, 0.4]) {
          const accent = `oklch(${l} ${c} ${hue})`;
          const verdict = validateTheme(deriveTheme(accent));
          if (!verdict.ok) failed.push(`${accent}: ${verdict.refusals.map(({ path }) => path).join(' ')}`);
        }
    assert.deepEqual(failed, []);
  });

  it('keeps the accent itself where text on it reads', () =>
    assert.equal(deriveTheme('#0b6e4f')?.light?.accent, deriveTheme('#0b6e4f')?.light?.link));

  it('is nothing for what is no color', () => assert.equal(deriveTheme('red;}'), undefined));
});
