import { isTooComplex, type MarkdownNode, nodesOf, parseMarkdown } from './parse-markdown.ts';
import type { RichBlock, RichInline, RichText } from './rich-text.ts';
import { safeLink } from './safe-link.ts';
import type { FormattedText } from './schema.ts';
import { visibleText } from './visible-text.ts';

const depthMax = 6;

/** A kept text on the wire. */
export function formattedText(markdown: string): FormattedText {
  return { markdown, content: presentMarkdown(markdown) };
}

/** What of a Markdown text is shown. Everything that RichText does not know is left out or becomes plain words. */
export function presentMarkdown(markdown: string): RichText {
  const text = visibleText(markdown);
  if (isTooComplex(text)) return [{ kind: 'paragraph', content: [{ kind: 'text', text }] }];
  const tree = parseMarkdown(text, { html: false });
  const targets = new Map<string, string>();
  for (const node of nodesOf(tree)) {
    if (node.type === 'definition' && !targets.has(node.identifier)) targets.set(node.identifier, node.url);
  }
  return blocksOf(tree, targets, 0);
}

type Targets = ReadonlyMap<string, string>;

function blocksOf(parent: MarkdownNode, targets: Targets, depth: number): RichBlock[] {
  return childrenOf(parent).flatMap((node) => blockOf(node, targets, depth) ?? []);
}

function blockOf(node: MarkdownNode, targets: Targets, depth: number): RichBlock | undefined {
  if (depth >= depthMax) return paragraph(wordsOf(node));
  switch (node.type) {
    case 'paragraph':
      return { kind: 'paragraph', content: inlinesOf(node, targets, 0) };
    case 'heading':
      return { kind: 'heading', level: Math.min(node.depth, 3) as 1 | 2 | 3, content: inlinesOf(node, targets, 0) };
    case 'list': {
      const items = node.children.map((item) => blocksOf(item, targets, depth + 1));
      return { kind: 'list', isOrdered: node.ordered === true, items };
    }
    case 'blockquote':
      return { kind: 'quote', content: blocksOf(node, targets, depth + 1) };
    case 'code':
      return { kind: 'code', text: visibleText(node.value) };
    case 'thematicBreak':
    case 'definition':
      return undefined;
    default:
      return paragraph(wordsOf(node));
  }
}

function inlinesOf(parent: MarkdownNode, targets: Targets, depth: number): RichInline[] {
  return childrenOf(parent).flatMap((node) => inlineOf(node, targets, depth));
}

function inlineOf(node: MarkdownNode, targets: Targets, depth: number): RichInline[] {
  if (depth >= depthMax) return words(wordsOf(node));
  switch (node.type) {
    case 'text':
      return words(node.value);
    case 'strong':
    case 'emphasis':
      return [{ kind: node.type, content: inlinesOf(node, targets, depth + 1) }];
    case 'inlineCode':
      return [{ kind: 'code', text: visibleText(node.value) }];
    case 'break':
      return [{ kind: 'lineBreak' }];
    case 'link':
      return linked(node.url, inlinesOf(node, targets, depth + 1));
    case 'linkReference':
      return linked(targets.get(node.identifier) ?? '', inlinesOf(node, targets, depth + 1));
    case 'image':
    case 'imageReference':
      return words(node.alt ?? '');
    default:
      return words(wordsOf(node));
  }
}

function linked(address: string, content: RichInline[]): RichInline[] {
  const href = safeLink(address);
  return href && content.length > 0 ? [{ kind: 'link', href, content }] : content;
}

function words(text: string): RichInline[] {
  const shown = visibleText(text);
  return shown === '' ? [] : [{ kind: 'text', text: shown }];
}

function paragraph(text: string): RichBlock | undefined {
  const content = words(text);
  return content.length > 0 ? { kind: 'paragraph', content } : undefined;
}

function wordsOf(node: MarkdownNode): string {
  const found: string[] = [];
  for (const part of nodesOf(node)) {
    if (part.type === 'text' || part.type === 'inlineCode' || part.type === 'code') found.push(part.value);
    else if (part.type === 'break' || part.type === 'paragraph') found.push(' ');
    else if (part.type === 'image') found.push(part.alt ?? '');
  }
  return found.join('').trim();
}

function childrenOf(node: MarkdownNode): MarkdownNode[] {
  return 'children' in node ? (node.children as MarkdownNode[]) : [];
}
