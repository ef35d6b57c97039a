import type { RichBlock, RichInline, RichText } from './rich-text.ts';

/** What a reader sees of a text, without its formatting, and where its links lead: what rules about words look at. */
export function proseOf(content: RichText): { text: string; hrefs: string[] } {
  const hrefs: string[] = [];
  const inline = (part: RichInline): string => {
    switch (part.kind) {
      case 'text':
      case 'code':
        return part.text;
      case 'lineBreak':
        return '\n';
      case 'link':
        hrefs.push(part.href);
        return part.content.map(inline).join('');
      case 'strong':
      case 'emphasis':
        return part.content.map(inline).join('');
    }
  };
  const block = (part: RichBlock): string => {
    switch (part.kind) {
      case 'paragraph':
      case 'heading':
        return part.content.map(inline).join('');
      case 'list':
        return part.items.map((item) => item.map(block).join('\n')).join('\n');
      case 'quote':
        return part.content.map(block).join('\n');
      case 'code':
        return part.text;
    }
  };
  return { text: content.map(block).join('\n\n'), hrefs };
}
