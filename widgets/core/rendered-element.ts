import { render } from 'lit-html';

/** Importing an element on a server must not fail; only a browser ever makes one. */
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement;

/** lit-html in a shadow root: declared properties, one render per batch of changes. See decisions/0002. */
export abstract class RenderedElement extends Base {
  /** property → its attribute, or '' for none */
  static properties: Record<string, string> = {};

  readonly root = this.attachShadow({ mode: 'open' });
  #pending: Promise<void> | undefined;

  static get observedAttributes(): string[] {
    // biome-ignore lint/complexity/noThisInStatic: each element's own list
    return Object.values(this.properties).filter(Boolean);
  }

  constructor() {
    super();
    for (const name of Object.keys((this.constructor as typeof RenderedElement).properties)) {
      // What a host set before the definition came is an own property by now, and stays the value; what an old library
      // gave to every element is not.
      let value = Object.getOwnPropertyDescriptor(this, name)?.value;
      Object.defineProperty(this, name, {
        get: () => value,
        set: (next) => {
          if (next === value) return;
          value = next;
          this.update();
        },
      });
    }
  }

  attributeChangedCallback(attribute: string, _: string | null, value: string | null): void {
    const { properties } = this.constructor as typeof RenderedElement;
    const name = Object.keys(properties).find((each) => properties[each] === attribute);
    Object.assign(this, { [name!]: value ?? undefined });
  }

  connectedCallback(): void {
    this.update();
  }

  /**
   * settles when what was set last is on the page
   * @public
   */
  get updateComplete(): Promise<void> {
    return this.#pending ?? Promise.resolve();
  }

  /** Render soon, once, however often this is called until then. */
  update(): void {
    this.#pending ??= Promise.resolve().then(() => {
      this.#pending = undefined;
      if (!this.isConnected) return;
      this.willRender();
      render(this.view(), this.root, { host: this });
      this.rendered();
    });
  }

  protected abstract view(): unknown;
  protected willRender(): void {}
  protected rendered(): void {}
}
