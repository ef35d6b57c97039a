import { imagePolicies } from '@portico/api/platform/files/file.ts';
import type { PictureKind } from '../crafts/craft.ts';
import { createRandom } from '../random.ts';
import { type Draw, pictureSvg } from './canvas.ts';
import { type DrawnPicture, encodeDrawing } from './encode-drawing.ts';
import { drawAudio, drawRender, drawVideo } from './media.ts';
import { drawBlueprint, drawChart, drawDocument, drawPoster } from './papers.ts';
import { drawApp, drawCode, drawDashboard, drawWebsite } from './screens.ts';

const draws: Record<PictureKind, Draw> = {
  website: drawWebsite,
  app: drawApp,
  dashboard: drawDashboard,
  code: drawCode,
  chart: drawChart,
  poster: drawPoster,
  document: drawDocument,
  video: drawVideo,
  audio: drawAudio,
  render: drawRender,
  blueprint: drawBlueprint,
};

export const pictureKinds = Object.keys(draws) as PictureKind[];

/** What the picture shows, for people who cannot see it. */
export const pictureAlts: Record<PictureKind, string> = {
  website: 'Page of a website in a browser window',
  app: 'Three screens of an app on phones',
  dashboard: 'Dashboard with figures, a curve and a table',
  code: 'Source code in an editor',
  chart: 'Chart with title and grid',
  poster: 'Poster of plain shapes and strong colours',
  document: 'Two pages of a document with text and a chart',
  video: 'Still of a film with a play button',
  audio: 'Sound wave in a player',
  render: 'Rendered picture of a room, a product or a house',
  blueprint: 'Plan with walls and measures',
};

const variantsOfKind = 24;
const drawn = new Map<string, Promise<DrawnPicture>>();

/** WebP in the sizes of portfolio images. There are {@link variantsOfKind} of a kind, each drawn once. */
export function drawPortfolioPicture({ kind, seed }: { kind: PictureKind; seed: string }): Promise<DrawnPicture> {
  const variant = `${kind}-${createRandom('variant', seed).int(1, variantsOfKind)}`;
  const known = drawn.get(variant);
  if (known) return known;
  const made = encodeDrawing(portfolioPictureSvg(kind, variant), imagePolicies.portfolio.sizes);
  drawn.set(variant, made);
  return made;
}

export function portfolioPictureSvg(kind: PictureKind, seed: string): string {
  return pictureSvg(seed, draws[kind]);
}
