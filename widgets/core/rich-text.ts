import type { RichBlock, RichInline, RichText } from '@portico/api/platform/rich-text/rich-text.ts';
import { html } from 'lit-html';

/** Text as the API cut it into a closed tree: every word becomes a text node, so that nothing in it can be markup. */
export const richText = (content: RichText): unknown => content.map(block);

function block(part: RichBlock): unknown {
  switch (part.kind) {
    case 'paragraph':
      return html`<p dir="auto">${part.content.map(inline)}</p>`;
    case 'heading':
      // The widget's own headings are h2 and h3: what somebody wrote stands below them.
      return html`<h4 dir="auto">${part.content.map(inline)}</h4>`;
    case 'list': {
      const items = part.items.map((item) => html`<li>${item.map(block)}</li>`);
      return part.isOrdered
        ? html`<ol class="bullets" dir="auto">${items}</ol>`
        : html`<ul class="bullets" dir="auto">${items}</ul>`;
    }
    case 'quote':
      return html`<blockquote>${part.content.map(block)}</blockquote>`;
    case 'code':
      return html`<pre tabindex="0"><code>${part.text}</code></pre>`;
  }
}

function inline(part: RichInline): unknown {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'strong':
      return html`<strong>${part.content.map(inline)}</strong>`;
    case 'emphasis':
      return html`<em>${part.content.map(inline)}</em>`;
    case 'code':
      return html`<code>${part.text}</code>`;
    case 'link':
      return outside(part.href)
        ? html`<a href=${part.href} target="_blank" rel="noreferrer nofollow ugc">${part.content.map(inline)}</a>`
        : part.content.map(inline);
    case 'lineBreak':
      return html`<br />`;
  }
}

/** The API lets nothing else through; the last check stands where the link is made. */
const outside = (href: string) => /^(https?|mailto):/.test(href);
