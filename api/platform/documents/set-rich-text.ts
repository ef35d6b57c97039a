import type { RichBlock, RichInline, RichText } from '../rich-text/rich-text.ts';
import type { TextLook } from './looks.ts';
import type { PageFlow } from './page-flow.ts';
import type { Span } from './set-lines.ts';

const listIndent = 16;
const headingSizes = { 1: 13, 2: 11.5, 3: 10.5 } as const;

/** A formatted text, as pages show it. */
export function setRichText(flow: PageFlow, content: RichText, indent = 0): void {
  for (const block of content) setBlock(flow, block, indent);
}

function setBlock(flow: PageFlow, block: RichBlock, indent: number): void {
  switch (block.kind) {
    case 'paragraph':
      flow.text(
        block.content.flatMap((part) => spansOf(part)),
        { indent },
      );
      break;
    case 'heading':
      flow.space(4);
      flow.text(
        block.content.flatMap((part) => spansOf(part, { isBold: true })),
        {
          indent,
          size: headingSizes[block.level],
          role: `H${block.level}` as TextLook['role'] & string,
          spaceAfter: 4,
        },
      );
      break;
    case 'list':
      for (const [index, item] of block.items.entries())
        setItem(flow, item, block.isOrdered ? `${index + 1}.` : '•', indent);
      break;
    case 'quote':
      setRichText(flow, block.content, indent + listIndent);
      break;
    case 'code':
      for (const line of block.text.split('\n'))
        flow.text(line, { indent: indent + 8, size: 9, role: 'Code', spaceAfter: 0 });
      flow.space(6);
  }
}

/** The mark stands in the item's first line. */
function setItem(flow: PageFlow, item: RichBlock[], mark: string, indent: number): void {
  const [first, ...rest] = item;
  const spans = first?.kind === 'paragraph' ? first.content.flatMap((part) => spansOf(part)) : [];
  flow.text([{ text: `${mark} ` }, ...spans], { indent: indent + listIndent - 8, role: 'LBody', spaceAfter: 3 });
  setRichText(flow, first?.kind === 'paragraph' ? rest : item, indent + listIndent);
}

type Look = Omit<Span, 'text'>;

function spansOf(part: RichInline, look: Look = {}): Span[] {
  switch (part.kind) {
    case 'text':
    case 'code':
      return [{ ...look, text: part.text }];
    case 'lineBreak':
      return [{ ...look, text: '\n' }];
    case 'strong':
      return part.content.flatMap((inner) => spansOf(inner, { ...look, isBold: true }));
    case 'emphasis':
      return part.content.flatMap((inner) => spansOf(inner, { ...look, isItalic: true }));
    case 'link':
      return part.content.flatMap((inner) => spansOf(inner, { ...look, href: part.href }));
  }
}
