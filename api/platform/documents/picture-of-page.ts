import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';

let library: Promise<PDFiumLibrary> | undefined;

/** The first page as a picture: not every browser shows documents within a page. */
export async function pictureOfPage(pdf: Uint8Array, scale = 1.5): Promise<Buffer> {
  library ??= PDFiumLibrary.init();
  const document = await (await library).loadDocument(pdf);
  try {
    const render = ({ data, width, height }: { data: Uint8Array; width: number; height: number }) =>
      sharp(data, { raw: { width, height, channels: 4 } })
        .png()
        .toBuffer();
    const { data } = await document.getPage(0).render({ scale, render });
    return Buffer.from(data);
  } finally {
    document.destroy();
  }
}
