import { unprocessable } from '../http/problem.ts';
import { findHtmlTag } from './html-tags.ts';
import { isTooComplex, type MarkdownNode, nodesOf, parseMarkdown } from './parse-markdown.ts';
import { safeLink } from './safe-link.ts';
import { visibleText } from './visible-text.ts';

export type MarkdownProblem = { code: 'text_too_long' | 'html_in_text' | 'text_too_complex'; message: string };

/**
 * Markdown as it is kept: what the writer typed, without unseen characters, pictures, links that lead elsewhere than
 * to https, http or mailto, and anything that another renderer could take for HTML.
 * @throws 422 text_too_long, html_in_text, text_too_complex
 */
export function acceptMarkdown(typed: string, maxLength: number, pointer = ''): string {
  const { markdown, problem } = readMarkdown(typed, maxLength);
  if (problem) throw unprocessable(problem.code, `${problem.message} Nothing was changed.`, [{ pointer, ...problem }]);
  return markdown;
}

/** The same for a form that collects what is wrong. */
export function readMarkdown(
  typed: string,
  maxLength: number,
): { markdown: string; problem: MarkdownProblem | undefined } {
  const text = withoutEmptyEnds(visibleText(typed));
  const refused = (code: MarkdownProblem['code'], message: string) => ({ markdown: '', problem: { code, message } });
  if (text.length > maxLength)
    return refused('text_too_long', `The text has ${text.length} characters; at most ${maxLength} are kept.`);
  if (isTooComplex(text))
    return refused('text_too_complex', 'The text has more formatting marks or levels than can be shown; use fewer.');
  const cleaned = clean(text);
  if ('tag' in cleaned)
    return refused('html_in_text', `HTML is not accepted: ${shortened(cleaned.tag)}. Put code between \`backticks\`.`);
  return { markdown: cleaned.text, problem: undefined };
}

function withoutEmptyEnds(text: string): string {
  return text
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()
    .replace(/^\n+/, '');
}

const roundsMax = 8;

/** What is cut out can join what stood around it to something new, so it looks again until nothing is left to cut. */
function clean(typed: string): { text: string } | { tag: string } {
  let text = typed;
  for (let round = 0; round < roundsMax; round++) {
    const edits: Edit[] = [];
    for (const node of nodesOf(parseMarkdown(text, { html: true }))) {
      const tag = tagIn(node, text);
      if (tag) return { tag };
      const replacement = replacementOf(node, text);
      if (replacement !== undefined) edits.push({ ...rangeOf(node), replacement });
    }
    if (edits.length === 0) return { text };
    text = withoutEmptyEnds(edited(text, edits));
  }
  return { text: escaped(typed) };
}

/** Browsers see tags in more than CommonMark does: `<svg/onload=…>`. */
function tagIn(node: MarkdownNode, text: string): string | undefined {
  if (node.type === 'html') return findHtmlTag(node.value);
  if (node.type !== 'text') return undefined;
  const { start, end } = rangeOf(node);
  return findHtmlTag(text.slice(start, end).replace(/\\./g, ''));
}

type Edit = { start: number; end: number; replacement: string };

/** What stands in the source instead of a node that is not kept; undefined keeps it. */
function replacementOf(node: MarkdownNode, text: string): string | undefined {
  switch (node.type) {
    // `Vec<T>` and comments: the same words, and no tag for any renderer.
    case 'html': {
      const { start, end } = rangeOf(node);
      return text.slice(start, end).replace(/<(?=[A-Za-z/!?])/g, '\\<');
    }
    case 'image':
    case 'imageReference':
      return escaped(node.alt ?? '');
    case 'link':
      return safeLink(node.url) ? undefined : labelOf(node, text);
    case 'definition':
      return safeLink(node.url) ? undefined : '';
    default:
      return undefined;
  }
}

function labelOf(link: MarkdownNode & { type: 'link' }, text: string): string {
  const [first, last] = [link.children[0], link.children.at(-1)];
  if (!first || !last) return '';
  const label = text.slice(rangeOf(first).start, rangeOf(last).end);
  return text[rangeOf(link).start] === '<' ? escaped(label) : label;
}

function rangeOf({ position }: MarkdownNode): { start: number; end: number } {
  return { start: position!.start.offset!, end: position!.end.offset! };
}

/** From the end, so that positions hold; what lies within another edit waits for the next round. */
function edited(text: string, edits: readonly Edit[]): string {
  let result = text;
  let from = text.length;
  for (const { start, end, replacement } of edits.toSorted(
    (one, other) => other.end - one.end || one.start - other.start,
  )) {
    if (end > from) continue;
    result = result.slice(0, start) + replacement + result.slice(end);
    from = start;
  }
  return result;
}

function escaped(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

function shortened(tag: string): string {
  return tag.length > 40 ? `${tag.slice(0, 40)}…` : tag;
}
