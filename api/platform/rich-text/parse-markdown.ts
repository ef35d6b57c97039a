import { fromMarkdown } from 'mdast-util-from-markdown';

/** CommonMark's tree. With `html` off, tags are text like everything else. */
export type MarkdownTree = ReturnType<typeof fromMarkdown>;
export type MarkdownNode = MarkdownTree | MarkdownTree['children'][number];

const withoutHtml = { extensions: [{ disable: { null: ['htmlFlow', 'htmlText'] } }] };

export function parseMarkdown(text: string, { html }: { html: boolean }): MarkdownTree {
  return html ? fromMarkdown(text) : fromMarkdown(text, withoutHtml);
}

const emphasesMax = 2000;
const nestingMax = 20;
const containers = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;

/** The parser pairs emphases and opens quotes in quadratic time: thousands of them would hold up everybody else. */
export function isTooComplex(text: string): boolean {
  let emphases = 0;
  for (let at = 0; at < text.length; at++) {
    const isMark = text[at] === '*' || text[at] === '_';
    if (isMark && text[at] !== text[at - 1] && ++emphases > emphasesMax) return true;
  }
  return text.split('\n').some((line) => nestingOf(line) > nestingMax);
}

function nestingOf(line: string): number {
  return containers.exec(line)?.[0].match(/>|[-+*.)]/g)?.length ?? 0;
}

/** Every node, parents first; without recursion, as depth is the writer's. */
export function* nodesOf(tree: MarkdownNode): Generator<MarkdownNode> {
  const open: MarkdownNode[] = [tree];
  for (let node = open.pop(); node; node = open.pop()) {
    yield node;
    if ('children' in node) open.push(...(node.children as MarkdownNode[]).toReversed());
  }
}
