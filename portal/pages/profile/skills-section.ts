import '../../elements/combobox.ts';
import { freelancerPolicy } from '@portico/api/talent/freelancers/freelancer.ts';
import type { SkillRef } from '@portico/api/talent/freelancers/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { suggestSkills } from '../../api/skills.ts';
import { define } from '../../elements/portal-element.ts';
import { icon } from '../../icons/icon.ts';
import { arrowDown, arrowUp, plus, x } from '../../icons/icons.generated.ts';
import { undoable } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { errorOf, section } from './section.ts';
import { SectionElement } from './section-element.ts';

class SkillsSection extends SectionElement {
  static override properties = { ...SectionElement.properties, related: { state: true } };
  /** Skills that people with the chosen ones also have. */
  declare related: readonly SkillRef[];
  #relatedTo = '';
  #names = new Map<string, string>();

  constructor() {
    super();
    this.related = [];
  }

  protected override updated(): void {
    const { skills } = this.draft.profile.get();
    const key = skills.map(({ id }) => id).join();
    if (key !== this.#relatedTo) void this.#findRelated(key, skills);
  }

  protected override render(): TemplateResult {
    const { skills } = this.draft.profile.get();
    const max = freelancerPolicy.skillsMax;
    const isFull = skills.length >= max;
    const offered = this.related.filter(({ id }) => !skills.some((skill) => skill.id === id)).slice(0, 6);
    return section(
      'skills',
      t('profile.skills'),
      html`${skills.length > 0 ? this.#list(skills) : nothing}
      ${
        isFull
          ? html`<p class="hint">${t('profile.skillsFull', { n: max })}</p>`
          : html`<portal-combobox
              free
              .fieldId=${'skill'}
              .label=${t('profile.addSkill')}
              .hint=${t('profile.skillsHint', { used: skills.length, max })}
              .error=${errorOf(this.draft, 'skills', 'skills')}
              .suggest=${(words: string, signal: AbortSignal) => this.#suggest(words, signal)}
              .choose=${(value: string) => this.#add(this.#names.get(value) ?? value, value)}
            ></portal-combobox>`
      }
      ${
        !isFull && offered.length > 0
          ? html`<div class="stack tight">
              <span class="hint">${t('profile.relatedSkills')}</span>
              <div class="chips">
                ${offered.map(({ id, name }) => html`<button class="chip" type="button" @click=${() => this.#add(name, id)}>${icon(plus)}${name}</button>`)}
              </div>
            </div>`
          : nothing
      }`,
      { lead: t('profile.skillsLead') },
    );
  }

  #list(skills: readonly SkillRef[]): TemplateResult {
    return html`<ol class="ordered">
      ${repeat(
        skills,
        ({ id }) => id,
        ({ name }, index) => html`<li>
          <span class="muted number">${index + 1}</span>
          <span class="grow">${name}</span>
          <button class="button plain small icon-only" type="button" ?disabled=${index === 0} aria-label=${t('profile.moveUp', { name })} @click=${() => this.#move(index, index - 1)}>${icon(arrowUp)}</button>
          <button class="button plain small icon-only" type="button" ?disabled=${index === skills.length - 1} aria-label=${t('profile.moveDown', { name })} @click=${() => this.#move(index, index + 1)}>${icon(arrowDown)}</button>
          <button class="button plain small icon-only" type="button" aria-label=${t('profile.removeSkill', { name })} @click=${() => this.#remove(index)}>${icon(x)}</button>
        </li>`,
      )}
    </ol>`;
  }

  async #suggest(words: string, signal: AbortSignal) {
    const { skills } = this.draft.profile.get();
    const found = await suggestSkills(words, skills, signal);
    for (const { id, name } of found) this.#names.set(id, name);
    return found
      .filter(({ id }) => !skills.some((skill) => skill.id === id))
      .slice(0, 8)
      .map(({ id, name }) => ({ value: id, label: name }));
  }

  async #findRelated(key: string, skills: readonly SkillRef[]): Promise<void> {
    this.#relatedTo = key;
    try {
      this.related = skills.length > 0 ? await suggestSkills('', skills, AbortSignal.timeout(5000)) : [];
    } catch {
      this.related = [];
    }
  }

  #add(name: string, id: string): void {
    const { skills } = this.draft.profile.get();
    const isThere = skills.some((skill) => skill.name.toLowerCase() === name.toLowerCase());
    if (!isThere && skills.length < freelancerPolicy.skillsMax) this.draft.change('skills', [...skills, { id, name }]);
  }

  #move(from: number, to: number): void {
    const skills = [...this.draft.profile.get().skills];
    skills.splice(to, 0, ...skills.splice(from, 1));
    this.draft.change('skills', skills);
  }

  #remove(index: number): void {
    const before = this.draft.profile.get().skills;
    const set = (skills: typeof before) => this.draft.change('skills', skills);
    set(before.filter((_, at) => at !== index));
    undoable(t('profile.entryRemoved', { name: before[index]!.name }), () => set(before), this);
  }
}

define('portal-skills-section', SkillsSection);
