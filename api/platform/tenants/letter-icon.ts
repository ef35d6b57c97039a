import { create } from 'fontkit';
import sharp from 'sharp';
import { fontFor } from '../documents/fonts.ts';

type Colors = { accent: string; accentContrast: string };

/** For a brand without an icon: its first letter on its accent. Nothing of it was typed but that letter. */
export function letterIcon(name: string, { accent, accentContrast }: Colors): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="14" fill="${accent}"/><text x="32" y="45" text-anchor="middle" font-family="system-ui,sans-serif" font-size="38" font-weight="700" fill="${accentContrast}">${letterOf(name)}</text></svg>
`;
}

export const letterPictureWidth = 512;

/** For home screens, which take no drawing and round the corners themselves; the letter is drawn, as servers have no fonts. */
export function letterPicture(name: string, { accent, accentContrast }: Colors): Promise<Buffer> {
  const letter = letterOf(name).codePointAt(0)!;
  const font = create(fontFor(letter, true).bytes);
  const size = (letterPictureWidth * 0.6) / font.unitsPerEm;
  const glyph = font.glyphForCodePoint(letter).path.scale(size, -size);
  const { minX, minY, maxX, maxY } = glyph.bbox;
  const middle = letterPictureWidth / 2;
  const path = glyph.translate(middle - (minX + maxX) / 2, middle - (minY + maxY) / 2).toSVG();
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${letterPictureWidth}" height="${letterPictureWidth}"><rect width="100%" height="100%" fill="${accent}"/><path d="${path}" fill="${accentContrast}"/></svg>`;
  return sharp(Buffer.from(drawing)).png({ palette: true }).toBuffer();
}

const letterOf = (name: string): string => /\p{L}|\p{N}/u.exec(name)?.[0]?.toUpperCase() ?? '·';
