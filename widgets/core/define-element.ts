/** The first definition of a tag stays: a second copy or version of the code on the page is not an error. */
export function defineElement(tag: string, element: CustomElementConstructor): void {
  if (!globalThis.customElements || customElements.get(tag)) return;
  // A class can carry one tag only, and a host may want the same element under two prefixes.
  customElements.define(tag, class extends element {});
}
