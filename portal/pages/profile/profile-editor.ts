import { html, type TemplateResult } from 'lit';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { watch } from '../../shell/state.ts';
import { t } from '../../strings/strings.ts';
import { availabilitySection } from './availability-section.ts';
import { aboutSection, overviewSection } from './basics-section.ts';
import './category-section.ts';
import { completenessPanel } from './completeness-panel.ts';
import './languages-section.ts';
import './links-section.ts';
import './photo-section.ts';
import './portfolio-section.ts';
import { certificationsSection, educationSection, employmentSection } from './history-sections.ts';
import type { ProfileDraft } from './profile-draft.ts';
import { saveState } from './save-state.ts';
import './skills-section.ts';
import { visibilitySection } from './visibility-section.ts';

class ProfileEditor extends PortalElement {
  static override properties = { draft: { attribute: false } };
  declare draft: ProfileDraft;
  #isWatching = false;

  protected override willUpdate(): void {
    if (this.#isWatching) return;
    this.#isWatching = true;
    watch(this, this.draft.profile, this.draft.errors, this.draft.status, this.draft.completeness);
  }

  protected override firstUpdated(): void {
    // A link to one field, from the home page or a mail.
    if (location.hash)
      this.querySelector<HTMLElement>(`[id="${CSS.escape(location.hash.slice(1))}"]`)?.scrollIntoView();
  }

  protected override render(): TemplateResult {
    const { draft } = this;
    return html`<div class="columns editor">
      <div class="stack">
        <portal-photo-section .draft=${draft}></portal-photo-section>
        ${aboutSection(draft)} ${overviewSection(draft)}
        <portal-category-section .draft=${draft}></portal-category-section>
        <portal-skills-section .draft=${draft}></portal-skills-section>
        ${availabilitySection(draft)} ${employmentSection(draft)}
        <portal-portfolio-section .draft=${draft}></portal-portfolio-section>
        ${educationSection(draft)} ${certificationsSection(draft)}
        <portal-languages-section .draft=${draft}></portal-languages-section>
        <portal-links-section .draft=${draft}></portal-links-section>
        ${visibilitySection(draft)}
      </div>
      <aside class="stack close" aria-label=${t('profile.progress')}>
        ${saveState(draft)} ${completenessPanel(draft.completeness.get())}
      </aside>
    </div>`;
  }
}

define('portal-profile-editor', ProfileEditor);
