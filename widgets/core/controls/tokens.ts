import { html, nothing } from 'lit-html';
import { icon } from '../icon.ts';
import type { Field } from './field.ts';

export type Token = { id?: string; name: string };
export type TokensField = Field<readonly Token[]> & {
  removeLabel: (name: string) => string;
  max: number;
  /** free words are taken as they are; without, only what is suggested */
  isFree?: boolean;
};

const pauseBeforeAskingMs = 120;

/** Several things, chosen from what is suggested while typing (WAI-ARIA combobox with a list). */
export function createTokens(
  root: ShadowRoot,
  update: () => void,
  suggest: (typed: string, signal: AbortSignal) => Token[] | Promise<Token[]>,
) {
  let suggestions: readonly Token[] = [];
  let active = -1;
  let asking = new AbortController();
  let timer: ReturnType<typeof setTimeout>;

  function show(found: readonly Token[]) {
    suggestions = found;
    active = -1;
    update();
  }

  function close() {
    clearTimeout(timer);
    asking.abort();
    show([]);
  }

  function typed(text: string) {
    clearTimeout(timer);
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    // A hint that fails is no hint: the words can still be entered.
    timer = setTimeout(async () => {
      const found = text ? await Promise.resolve(suggest(text, signal)).catch(() => []) : [];
      if (!signal.aborted) show(found);
    }, pauseBeforeAskingMs);
  }

  return (the: TokensField) => {
    const { id, label, value, change, hint, error, removeLabel, max } = the;
    const input = () => root.querySelector<HTMLInputElement>(`#${id}`)!;
    const open = suggestions.filter(({ name }) => !value.some((each) => each.name === name));

    function take(token: Token | undefined) {
      input().value = '';
      close();
      const isNew = token && !value.some(({ name }) => name.toLowerCase() === token.name.toLowerCase());
      if (isNew && value.length < max) change([...value, token]);
    }

    function keydown(event: KeyboardEvent) {
      const { key } = event;
      const text = input().value.trim();
      if (key === 'ArrowDown' && open.length) active = (active + 1) % open.length;
      else if (key === 'ArrowUp' && open.length) active = (active <= 0 ? open.length : active) - 1;
      else if (key === 'Escape' && open.length) close();
      else if (key === 'Backspace' && !input().value && value.length) change(value.slice(0, -1));
      else if ((key === 'Enter' || key === ',') && text)
        take(
          open[active] ??
            open.find(({ name }) => same(name, text)) ??
            // A comma takes the word as it stands.
            (key === 'Enter' ? open.find(({ name }) => same(name.slice(0, text.length), text)) : undefined) ??
            (the.isFree ? { name: text } : open[0]),
        );
      else if (key !== 'Enter') return;
      event.preventDefault();
      update();
    }

    return html`<div class="control tokens">
      <label for=${id}>${label}</label>
      <div class="field row">
        ${value.map(
          (token) => html`<button
            type="button"
            class="small token"
            aria-label=${removeLabel(token.name)}
            @click=${() => {
              change(value.filter((each) => each !== token));
              input().focus();
            }}
          >
            ${token.name}${icon('close')}
          </button>`,
        )}
        <input
          id=${id}
          role="combobox"
          autocomplete="off"
          dir="auto"
          aria-autocomplete="list"
          aria-expanded=${open.length > 0}
          aria-controls=${`${id}-list`}
          aria-activedescendant=${active < 0 ? nothing : `${id}-${active}`}
          aria-invalid=${Boolean(error)}
          aria-describedby=${`${id}-hint ${id}-error`}
          ?readonly=${value.length >= max}
          @input=${() => typed(input().value.trim())}
          @keydown=${keydown}
          @blur=${() => take(the.isFree && input().value.trim() ? { name: input().value.trim() } : undefined)}
        />
      </div>
      <ul id=${`${id}-list`} class="card" role="listbox" aria-label=${label} ?hidden=${!open.length}>
        ${open.map(
          (token, index) => html`<li
            id=${`${id}-${index}`}
            role="option"
            aria-selected=${index === active}
            @mousedown=${(event: Event) => {
              event.preventDefault();
              take(token);
            }}
          >
            ${token.name}
          </li>`,
        )}
      </ul>
      <p id=${`${id}-error`} class="wrong small" ?hidden=${!error}>${error}</p>
      <div id=${`${id}-hint`} class="muted small" ?hidden=${!hint}>${hint}</div>
    </div>`;
  };
}

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
