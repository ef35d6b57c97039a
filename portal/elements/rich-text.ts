import type { RichBlock, RichInline, RichText } from '@portico/api/platform/rich-text/rich-text.ts';
import { html, type TemplateResult } from 'lit';

/**
 * Formatted text from its closed tree: nothing in it can be markup.
 * @param below level of the heading it stands under; its own begin one deeper, whichever it begins with
 */
export function richText(text: RichText, below: 1 | 2 | 3 = 2): TemplateResult {
  const levels = text.flatMap((one) => (one.kind === 'heading' ? [one.level] : []));
  const deeper = below + 1 - Math.min(...levels);
  return html`<div class="rich-text">${text.map((one) => block(one, deeper))}</div>`;
}

function block(one: RichBlock, deeper: number): TemplateResult {
  switch (one.kind) {
    case 'paragraph':
      return html`<p>${one.content.map(inline)}</p>`;
    case 'heading':
      return heading(one.level + deeper, one.content.map(inline));
    case 'list': {
      const items = one.items.map((item) => html`<li>${item.map((each) => block(each, deeper))}</li>`);
      return one.isOrdered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
    }
    case 'quote':
      return html`<blockquote>${one.content.map((each) => block(each, deeper))}</blockquote>`;
    case 'code':
      return html`<pre tabindex="0"><code>${one.text}</code></pre>`;
  }
}

function heading(level: number, content: readonly TemplateResult[]): TemplateResult {
  switch (level) {
    case 2:
      return html`<h2>${content}</h2>`;
    case 3:
      return html`<h3>${content}</h3>`;
    default:
      return html`<h4>${content}</h4>`;
  }
}

function inline(one: RichInline): TemplateResult {
  switch (one.kind) {
    case 'text':
      return html`${one.text}`;
    case 'strong':
      return html`<strong>${one.content.map(inline)}</strong>`;
    case 'emphasis':
      return html`<em>${one.content.map(inline)}</em>`;
    case 'code':
      return html`<code>${one.text}</code>`;
    case 'link':
      return html`<a href=${one.href} target="_blank" rel="noopener noreferrer nofollow">${one.content.map(inline)}</a>`;
    case 'lineBreak':
      return html`<br />`;
  }
}
