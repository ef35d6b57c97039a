import { html, type TemplateResult } from 'lit';

/** Something to take along, with the button that takes it. */
export const code = (text: string): TemplateResult =>
  html`<div class="code">
    <pre tabindex="0"><code>${text}</code></pre>
    <button class="button small" type="button" @click=${(event: Event) => void copy(event, text)}>Copy</button>
  </div>`;

async function copy({ currentTarget }: Event, text: string): Promise<void> {
  const button = currentTarget as HTMLButtonElement;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = 'Copied';
  } catch {
    button.textContent = 'Select and copy';
  }
  setTimeout(() => {
    button.textContent = 'Copy';
  }, 2000);
}

/** One of several ways to write the same, chosen once for the page. */
export function tabs(
  label: string,
  ways: readonly { name: string; text: string }[],
  chosen: string,
  choose: (name: string) => void,
): TemplateResult {
  const shown = ways.find(({ name }) => name === chosen) ?? ways[0]!;
  return html`<div class="stack tight">
    <div class="segments scrolls" role="group" aria-label=${label}>
      ${ways.map(
        ({ name }) =>
          html`<button type="button" aria-pressed=${name === shown.name} @click=${() => choose(name)}>${name}</button>`,
      )}
    </div>
    ${code(shown.text)}
  </div>`;
}
