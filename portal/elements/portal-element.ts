import { type CSSResult, LitElement } from 'lit';
import { adoptStyles } from '../styles/adopt.ts';

/** Renders in the light DOM with page-wide sheets. */
export class PortalElement extends LitElement {
  static pageStyles: readonly CSSResult[] = [];

  protected override createRenderRoot(): HTMLElement {
    adoptStyles(...(this.constructor as typeof PortalElement).pageStyles);
    return this;
  }
}

/** Defining twice must not throw: tests and lazy routes may both import a page. */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
