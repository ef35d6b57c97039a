import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imagePolicies } from '@portico/api/platform/files/file.ts';
import sharp from 'sharp';
import type { PortraitTraits } from '../world.ts';
import { drawPortfolioPicture, pictureAlts, pictureKinds, portfolioPictureSvg } from './portfolio-picture.ts';
import { drawPortrait, portraitSvg } from './portrait.ts';

const traits = (seed: string, more: Partial<PortraitTraits> = {}): PortraitTraits => ({
  seed,
  presentation: 'feminine',
  look: { skin: [2, 6], hair: 'dark' },
  age: 34,
  ...more,
});

test('the same traits give the same face, other seeds other faces', () => {
  assert.equal(portraitSvg(traits('a')), portraitSvg(traits('a')));
  const faces = Array.from({ length: 200 }, (_, at) =>
    portraitSvg(traits(`${at}`, { presentation: at % 2 ? 'masculine' : 'feminine' })),
  );
  assert.equal(new Set(faces).size, faces.length);
});

test('a portrait is kept in the sizes of photos, square', async () => {
  const { sizes } = await drawPortrait(traits('b', { presentation: 'masculine', age: 61 }));
  assert.deepEqual([...sizes.keys()], [...imagePolicies.photo.sizes]);
  for (const [size, webp] of sizes) {
    const { format, width, height } = await sharp(webp).metadata();
    assert.deepEqual([format, width, height], ['webp', size, size]);
  }
});

test('every kind of work sample is drawn, has colours of its own and words for those who cannot see it', async () => {
  for (const kind of pictureKinds) {
    const { width, height, sizes } = await drawPortfolioPicture({ kind, seed: 'one' });
    assert.deepEqual([width, height, ...sizes.keys()], [800, 600, ...imagePolicies.portfolio.sizes]);
    const { channels } = await sharp(sizes.get(400)).stats();
    assert.ok(Math.max(...channels.map(({ stdev }) => stdev)) > 5, `${kind} is one plain area`);
    assert.ok(pictureAlts[kind].length > 10);
  }
});

test('drawings hold no broken numbers', () => {
  for (const kind of pictureKinds) {
    for (let at = 0; at < 40; at++) assert.doesNotMatch(portfolioPictureSvg(kind, `${at}`), /NaN|undefined|Infinity/);
  }
});
