import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import type { Seen } from './picture.ts';
import { devices, schemes } from './sizes.ts';

type Cell = { label: string; file: string; width: number };
type Sheet = { file: string; rows: Cell[][] };

const gap = 16;
const labelHeight = 22;
/** Beyond this, a person sees no more on a sheet anyway. */
const tallestCell = 1.9;
const widths = devices.flatMap((device) => device.widths as readonly number[]);
/** How many beside each other, and how wide each: a sheet is about 1,600 px, which most viewers show as it is. */
const columns: Readonly<Record<number, { count: number; width: number }>> = {
  1440: { count: 3, width: 512 },
  768: { count: 4, width: 380 },
  390: { count: 5, width: 300 },
};
/** A page's own sheet shows its three widths in proportion. */
const scale = 0.58;

/** Two kinds of sheet: one size of many pages, to compare them; every size of one page, to look at it once. */
export async function drawContactSheets(
  folder: string,
  seenByName: ReadonlyMap<string, readonly Seen[]>,
): Promise<void> {
  await mkdir(join(folder, 'sheets'), { recursive: true });
  for (const [name, seen] of seenByName) {
    for (const sheet of [...bySize(name, seen), ...byPage(name, seen)]) await draw(join(folder, 'sheets'), sheet);
  }
}

function bySize(name: string, seen: readonly Seen[]): Sheet[] {
  return widths.flatMap((size) =>
    schemes.flatMap((scheme) => {
      const { count, width } = columns[size]!;
      const cells = seen.flatMap(({ path, pictures }) =>
        pictures
          .filter((file) => file.endsWith(`-${size}-${scheme}.png`))
          .map((file) => ({ label: path, file, width })),
      );
      return chunks(chunks(cells, count), 2).map((rows, index) => ({
        file: `${size}-${scheme}-${name}-${String(index + 1).padStart(2, '0')}.png`,
        rows,
      }));
    }),
  );
}

function byPage(name: string, seen: readonly Seen[]): Sheet[] {
  return [...Map.groupBy(seen, ({ route }) => route).values()].flatMap((views) => {
    const files = views.flatMap(({ pictures }) => pictures);
    if (files.length === 0) return [];
    const rows = schemes.map((scheme) =>
      widths.flatMap((size) =>
        files
          .filter((file) => file.endsWith(`-${size}-${scheme}.png`))
          .map((file) => ({ label: `${size} ${scheme} ${views[0]!.path}`, file, width: Math.round(size * scale) })),
      ),
    );
    return [{ file: `page-${name}-${basename(files[0]!).replace(/-\d+-\w+\.png$/, '')}.png`, rows }];
  });
}

async function draw(folder: string, { file, rows }: Sheet): Promise<void> {
  const drawn = await Promise.all(rows.map((row) => Promise.all(row.map(drawCell))));
  let top = gap;
  let width = 0;
  const layers = drawn.flatMap((row) => {
    let left = gap;
    const placed = row.flatMap((cell) => {
      const at = left;
      left += cell.width + gap;
      return [
        { input: cell.label, left: at, top },
        { input: cell.picture, left: at, top: top + labelHeight },
      ];
    });
    width = Math.max(width, left);
    top += labelHeight + gap + Math.max(0, ...row.map(({ height }) => height));
    return placed;
  });
  await sharp({ create: { width, height: top, channels: 3, background: '#8a8f98' } })
    .composite(layers)
    .png({ compressionLevel: 6 })
    .toFile(join(folder, file));
}

async function drawCell({ label, file, width }: Cell) {
  const { data, info } = await sharp(file).resize({ width }).toBuffer({ resolveWithObject: true });
  const height = Math.min(info.height, Math.round(width * tallestCell));
  const picture = await sharp(data).extract({ left: 0, top: 0, width, height }).toBuffer();
  return { width, height, picture, label: await text(label, width) };
}

const text = (label: string, width: number): Promise<Buffer> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${labelHeight}"><text y="15" font-family="sans-serif" font-size="13" fill="#fff">${label.replace(/[<&]/g, ' ')}</text></svg>`,
    ),
  )
    .png()
    .toBuffer();

const chunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));
