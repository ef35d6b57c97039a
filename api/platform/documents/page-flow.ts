import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import type { FontFile } from './fonts.ts';
import type { Column, DocumentHead, TableLook, TextLook } from './looks.ts';
import { type Line, type Piece, type Span, setLines } from './set-lines.ts';

const margin = 56;
const footerHeight = 40;
const ink = '#18181b';
export const faint = '#52525b';
export const rule = '#d4d4d8';

/** Sets text top down over as many pages as it takes, A4 unless the brand has other paper. The same calls make the same bytes. */
export type PageFlow = ReturnType<typeof createPageFlow>;

export function createPageFlow({ title, author, language, createdAtMs, isLandscape = false, brand }: DocumentHead) {
  const made = new Date(createdAtMs);
  const doc = new PDFDocument({
    size: brand?.pageSize === 'Letter' ? 'LETTER' : 'A4',
    layout: isLandscape ? 'landscape' : 'portrait',
    margin,
    bufferPages: true,
    lang: language,
    displayTitle: true,
    tagged: true,
    pdfVersion: '1.7',
    info: { Title: title, Author: author, Creator: author, Producer: author, CreationDate: made, ModDate: made },
  });
  const left = margin;
  const fullWidth = doc.page.width - 2 * margin;
  const bottom = doc.page.height - margin - footerHeight;
  let y = margin;

  function use({ name, bytes }: FontFile, size: number) {
    if (!registered.has(name)) {
      doc.registerFont(name, bytes);
      registered.add(name);
    }
    return doc.font(name).fontSize(size);
  }
  const registered = new Set<string>();
  const widths = new Map<string, number>();

  /** In thousandths of the size, so that one measure serves all sizes. */
  function measure(text: string, font: FontFile): number {
    const key = `${font.name} ${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      width = use(font, 1000).widthOfString(text, { features: featuresOf(font) });
      widths.set(key, width);
    }
    return width;
  }

  function linesOf(spans: readonly Span[], width: number, size: number): Line[] {
    return setLines(spans, (width * 1000) / size, measure);
  }

  function need(height: number): void {
    if (y + height <= bottom) return;
    doc.addPage();
    y = margin;
  }

  /** Marks what is drawn as one element of the document's structure. */
  function structured(role: string, draw: () => void, parent?: PDFKit.PDFStructureElement): void {
    const element = doc.struct(role as Parameters<typeof doc.struct>[0]);
    if (parent) parent.add(element);
    else doc.addStructure(element);
    element.add(doc.markStructureContent(role as never));
    draw();
    element.end();
  }

  function drawPiece({ text, font, width, isItalic, href }: Piece, x: number, size: number, color: string): void {
    const shown = (width * size) / 1000;
    use(font, size).fillColor(color);
    // Fonts differ in how high they stand above the line they share.
    doc.text(text, x, y + size, {
      lineBreak: false,
      baseline: 'alphabetic',
      features: featuresOf(font),
      oblique: isItalic,
      ...(href && { underline: true }),
    });
    if (href) doc.link(x, y, shown, size * 1.2, href);
  }

  function drawLine(line: Line, x: number, width: number, size: number, color: string, align: 'start' | 'end'): void {
    const used = (line.width * size) / 1000;
    const isAtRight = (align === 'end') !== line.isRightToLeft;
    let at = isAtRight ? x + width - used : x;
    for (const piece of line.pieces) {
      drawPiece(piece, at, size, color);
      at += (piece.width * size) / 1000;
    }
  }

  function text(spans: readonly Span[] | string, look: TextLook = {}): void {
    const { size = 10, color = ink, leading = 1.5, indent = 0, spaceAfter = 6, align = 'start', role = 'P' } = look;
    const width = fullWidth - indent;
    const lines = linesOf(spansOf(spans), width, size);
    // A heading stays with what follows.
    need(size * leading * (role.startsWith('H') ? 4 : 1));
    structured(role, () => {
      for (const line of lines) {
        need(size * leading);
        drawLine(line, left + indent, width, size, color, align);
        y += size * leading;
      }
    });
    y += spaceAfter;
  }

  type Cell = readonly Span[] | string;

  /** Rows of cells; with `hasHead` the first names the columns. */
  function table(rows: readonly (readonly Cell[])[], columns: readonly Column[], look: TableLook = {}): void {
    const { size = 10, hasHead = false, repeatsHead = false } = look;
    const repeated = hasHead && repeatsHead ? rows[0] : undefined;
    const element = doc.struct('Table');
    doc.addStructure(element);
    rows.forEach((cells, index) => {
      const row = doc.struct('TR');
      element.add(row);
      drawRow(row, index === 0 && hasHead ? 'TH' : 'TD', cells, columns, size, index > 0 ? repeated : undefined);
      row.end();
    });
    element.end();
  }

  /** As high as its highest cell; it goes on over the page only when no page holds it. */
  function drawRow(
    row: PDFKit.PDFStructureElement,
    role: 'TH' | 'TD',
    cells: readonly Cell[],
    columns: readonly Column[],
    size: number,
    repeated: readonly Cell[] | undefined,
  ): void {
    const height = size * 1.5;
    const set = cells.map((cell, index) => linesOf(spansOf(cell), columns[index]!.width * fullWidth - 8, size));
    const count = Math.max(...set.map((lines) => lines.length), 1);
    const pages = doc.bufferedPageRange().count;
    need(Math.min(count * height + 8, bottom - margin));
    if (repeated && doc.bufferedPageRange().count > pages) drawHeadAgain(repeated, columns, size);
    for (let taken = 0; taken < count; ) {
      const fits = Math.max(1, Math.floor((bottom - y - 8) / height));
      const top = y;
      let x = left;
      set.forEach((lines, index) => {
        const { width: share, align = 'start' } = columns[index]!;
        const cellLeft = x + 4;
        structured(
          role,
          () => {
            y = top + 4;
            for (const each of lines.slice(taken, taken + fits)) {
              drawLine(each, cellLeft, share * fullWidth - 8, size, ink, align);
              y += height;
            }
          },
          row,
        );
        x += share * fullWidth;
      });
      y = top + Math.min(fits, count - taken) * height + 8;
      taken += fits;
      if (taken < count) need(bottom);
    }
    line();
  }

  function drawHeadAgain(cells: readonly Cell[], columns: readonly Column[], size: number): void {
    let x = left;
    artifact(() => {
      cells.forEach((cell, index) => {
        const { width: share, align = 'start' } = columns[index]!;
        const [first] = linesOf(spansOf(cell), share * fullWidth - 8, size);
        y += 4;
        if (first) drawLine(first, x + 4, share * fullWidth - 8, size, ink, align);
        y -= 4;
        x += share * fullWidth;
      });
    });
    y += size * 1.5 + 8;
    line();
  }

  function line(color: string = rule, width = 0.5): void {
    artifact(() =>
      doc
        .moveTo(left, y)
        .lineTo(left + fullWidth, y)
        .lineWidth(width)
        .strokeColor(color)
        .stroke(),
    );
  }

  /** What only looks good: a screen reader passes it over. */
  function artifact(draw: () => void): void {
    doc.markContent('Artifact', { type: 'Layout' } as never);
    draw();
    doc.endMarkedContent();
  }

  /** The logo where there is one, else the name, over a line in the accent. */
  function letterhead(size = 12): void {
    if (!brand) return;
    if (brand.logoPng) {
      const element = doc.struct('Figure', { alt: brand.name });
      doc.addStructure(element);
      element.add(doc.markStructureContent('Figure'));
      doc.image(Buffer.from(brand.logoPng), left, y, { fit: [190, 30] });
      element.end();
      y += 38;
    } else if (brand.name !== '') text([{ text: brand.name, isBold: true }], { size, spaceAfter: 4 });
    line(brand.accent, 2);
  }

  function space(height: number): void {
    y += height;
  }

  /** A strip across the page. */
  function band(words: string, background: string, color: string): void {
    need(26);
    artifact(() => doc.rect(left, y, fullWidth, 22).fill(background));
    y += 5;
    text([{ text: words, isBold: true }], { size: 9, color, indent: 8, leading: 1.4, spaceAfter: 12 });
  }

  /** Keeps together what is at most this high. */
  function keepTogether(height: number): void {
    need(height);
  }

  /** Writes every page's foot and ends the document. */
  async function end(footOf: (page: number, pages: number) => string): Promise<Uint8Array> {
    const { count } = doc.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      doc.switchToPage(page);
      // Below the margin, where pdfkit would otherwise begin another page.
      doc.page.margins.bottom = 0;
      doc.markContent('Artifact', { type: 'Pagination' } as never);
      y = doc.page.height - margin;
      const [foot] = linesOf([{ text: footOf(page + 1, count) }], fullWidth, 8);
      if (foot) drawLine(foot, left, fullWidth, 8, faint, 'start');
      for (const own of brand?.footer ?? []) {
        y += 10;
        const [set] = linesOf([{ text: own }], fullWidth, 7);
        if (set) drawLine(set, left, fullWidth, 7, faint, 'start');
      }
      doc.endMarkedContent();
    }
    const bytes = buffer(doc as never);
    doc.end();
    return bytes;
  }

  return { text, table, line, letterhead, space, band, keepTogether, end };
}

/** Inter's contextual alternates cost more time than the rest of a document together, and change arrows only. */
function featuresOf({ name }: FontFile): PDFKit.Mixins.OpenTypeFeatures[] {
  return (name.startsWith('inter') ? { calt: false } : {}) as never;
}

function spansOf(spans: readonly Span[] | string): readonly Span[] {
  return typeof spans === 'string' ? [{ text: spans }] : spans;
}
