import { PDFiumLibrary } from '@hyzyla/pdfium';

export const ourName = /portico/i;
/** What makers' libraries write of themselves where nobody stops them. */
const makers = /pdfkit|pdfium|nodemailer|excel ?(js|ts)|cj-tech|ical-generator|better-auth|hono\b/i;

export const namesIn = (text: string): string[] => [ourName, makers].flatMap((name) => name.exec(text)?.[0] ?? []);

/** All that a reader or a machine finds in a document: its words, what it says of itself, and its XMP if it has one. */
export async function readPdf(bytes: Uint8Array): Promise<{ words: string; about: string }> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  const words = [...document.pages()].map((page) => page.getText()).join('\n');
  document.destroy();
  // Strings of a document that is not encrypted stand as they are, titles and names in UTF-16.
  const raw = Buffer.from(bytes).toString('latin1').replaceAll('\0', '');
  const info = [...raw.matchAll(/\d+ 0 obj\n\(([^)]*)\)/g)].map(([, said]) => said);
  const xmp = raw.match(/<\?xpacket[\s\S]*?<\?xpacket end/g) ?? [];
  return { words, about: [...info, ...xmp].join('\n') };
}
