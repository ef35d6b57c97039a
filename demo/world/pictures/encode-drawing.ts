import sharp from 'sharp';

export type DrawnPicture = { width: number; height: number; sizes: ReadonlyMap<number, Buffer> };

/** Paints a drawing once and keeps it as WebP by longer side; a drawing is never enlarged. */
export async function encodeDrawing(svg: string, sizes: readonly number[]): Promise<DrawnPicture> {
  const { data, info } = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const encoded = new Map<number, Buffer>();
  for (const size of [...sizes].sort((a, b) => a - b)) {
    const picture = sharp(data, { raw });
    const fitted = size < Math.max(info.width, info.height) ? picture.resize(size, size, { fit: 'inside' }) : picture;
    encoded.set(size, await fitted.webp({ quality: 82, effort: 0 }).toBuffer());
  }
  return { width: info.width, height: info.height, sizes: encoded };
}
