import type { RichBlock, RichInline, RichText } from '@portico/api/platform/rich-text/rich-text.ts';
import { html, type TemplateResult } from 'lit';

/** Formatted text from its closed tree: nothing in it can be markup. */
export const richText = (text: RichText): TemplateResult => html`<div class="rich-text">${text.map(block)}</div>`;

function block(one: RichBlock): TemplateResult {
  switch (one.kind) {
    case 'paragraph':
      return html`<p>${one.content.map(inline)}</p>`;
    case 'heading':
      // The page's own headings stand above: the text's begin below them.
      return one.level === 1 ? html`<h3>${one.content.map(inline)}</h3>` : html`<h4>${one.content.map(inline)}</h4>`;
    case 'list': {
      const items = one.items.map((item) => html`<li>${item.map(block)}</li>`);
      return one.isOrdered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
    }
    case 'quote':
      return html`<blockquote>${one.content.map(block)}</blockquote>`;
    case 'code':
      return html`<pre tabindex="0"><code>${one.text}</code></pre>`;
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
