import { PortalElement } from '../../elements/portal-element.ts';
import { watch } from '../../shell/state.ts';
import type { ProfileDraft } from './profile-draft.ts';

/** A section with something of its own to remember; renders again when the draft changes. */
export class SectionElement extends PortalElement {
  static override properties = { draft: { attribute: false } };
  declare draft: ProfileDraft;
  #isWatching = false;

  protected override willUpdate(): void {
    if (this.#isWatching) return;
    this.#isWatching = true;
    watch(this, this.draft.profile, this.draft.errors);
  }
}
