import { freelancerPolicy } from '@portico/api/talent/freelancers/freelancer.ts';
import type { OwnFreelancer } from '@portico/api/talent/freelancers/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { checkbox, textArea, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { t } from '../../strings/strings.ts';
import { isMonth, monthField } from './month-field.ts';
import { newEntryId } from './profile-parts.ts';

type Employment = OwnFreelancer['employment'][number];
type Education = OwnFreelancer['education'][number];
type Certification = OwnFreelancer['certifications'][number];

/** One entry of a history; what is accepted goes to the draft, which saves it. */
abstract class EntryDialog<Entry extends { id: string }> extends DialogForm {
  static override properties = { ...FormElement.properties, entry: { state: true } };
  protected heading: string;
  protected submitLabel = t('shell.done');
  declare entry: Entry;
  readonly #save: (entry: Entry) => void;

  constructor(heading: string, entry: Entry, save: (entry: Entry) => void) {
    super();
    this.heading = heading;
    this.entry = entry;
    this.#save = save;
  }

  protected abstract check(entry: Entry): Record<string, string | false>;

  protected set(change: Partial<Entry>): void {
    this.entry = { ...this.entry, ...change };
  }

  protected text(
    name: keyof Entry & string,
    label: string,
    more: { optional?: boolean; type?: 'url' | 'date' } = {},
  ): TemplateResult {
    return textField({
      id: `entry-${name}`,
      label,
      value: (this.entry[name] as string | null) ?? '',
      maxlength: more.type === 'url' ? freelancerPolicy.urlLengthMax : freelancerPolicy.titleLengthMax,
      error: this.errors[name],
      required: !more.optional,
      onInput: (value) => this.set({ [name]: value } as Partial<Entry>),
      ...more,
    });
  }

  protected period(entry: { from: string; to: string | null }, present: string): TemplateResult {
    return html`<div class="halves">
        ${monthField({
          id: 'entry-from',
          label: t('profile.from'),
          value: entry.from,
          error: this.errors.from,
          onChange: (from) => this.set({ from } as never),
        })}
        ${
          entry.to === null
            ? nothing
            : monthField({
                id: 'entry-to',
                label: t('profile.to'),
                value: entry.to,
                error: this.errors.to,
                onChange: (to) => this.set({ to } as never),
              })
        }
      </div>
      ${checkbox({
        id: 'entry-present',
        label: present,
        checked: entry.to === null,
        onChange: (checked) => this.set({ to: checked ? null : '' } as never),
      })}`;
  }

  protected send(event: Event): Promise<boolean> {
    return this.submit(event, this.check(this.entry), async () => this.#save(this.entry));
  }
}

const missing = (text: string) => !text.trim() && t('profile.fieldMissing');

const periodProblems = ({ from, to }: { from: string; to: string | null }) => ({
  from: !isMonth(from) && t('profile.monthMissing'),
  to: to !== null && ((!isMonth(to) && t('profile.monthMissing')) || (to < from && t('profile.endsBeforeStart'))),
});

class EmploymentDialog extends EntryDialog<Employment> {
  protected fields(): TemplateResult {
    return html`${this.text('title', t('profile.jobTitle'))} ${this.text('company', t('profile.company'))}
    ${this.period(this.entry, t('profile.workThereNow'))}
    ${textArea({
      id: 'entry-description',
      label: t('profile.description'),
      optional: true,
      value: this.entry.description,
      maxlength: freelancerPolicy.descriptionLengthMax,
      onInput: (description) => this.set({ description }),
    })}`;
  }

  protected check(entry: Employment) {
    return { title: missing(entry.title), company: missing(entry.company), ...periodProblems(entry) };
  }
}

class EducationDialog extends EntryDialog<Education> {
  protected fields(): TemplateResult {
    return html`${this.text('school', t('profile.school'))}
      <div class="halves">
        ${this.text('degree', t('profile.degree'), { optional: true })} ${this.text('field', t('profile.fieldOfStudy'), { optional: true })}
      </div>
      ${this.period(this.entry, t('profile.studyThereNow'))}`;
  }

  protected check(entry: Education) {
    return { school: missing(entry.school), ...periodProblems(entry) };
  }
}

class CertificationDialog extends EntryDialog<Certification> {
  protected fields(): TemplateResult {
    return html`${this.text('name', t('profile.certificationName'))} ${this.text('issuer', t('profile.issuer'))}
      <div class="halves">
        ${this.text('issuedOn', t('profile.issuedOn'), { type: 'date' })} ${this.text('expiresOn', t('profile.expiresOn'), { type: 'date', optional: true })}
      </div>
      ${this.text('url', t('profile.certificationUrl'), { type: 'url', optional: true })}`;
  }

  protected check(entry: Certification) {
    const { name, issuer, issuedOn, expiresOn, url } = entry;
    return {
      name: missing(name),
      issuer: missing(issuer),
      issuedOn: missing(issuedOn),
      expiresOn: Boolean(expiresOn) && (expiresOn ?? '') < issuedOn && t('profile.endsBeforeStart'),
      url: Boolean(url) && !/^https?:\/\/.+\..+/i.test(url ?? '') && t('profile.linkRefused'),
    };
  }
}

define('portal-employment-dialog', EmploymentDialog);
define('portal-education-dialog', EducationDialog);
define('portal-certification-dialog', CertificationDialog);

export function openEmployment(entry: Employment | undefined, save: (entry: Employment) => void): void {
  const blank = { id: newEntryId, title: '', company: '', from: '', to: null, description: '' };
  openDialog(
    new EmploymentDialog(entry ? t('profile.editEmployment') : t('profile.addEmployment'), entry ?? blank, save),
  );
}

export function openEducation(entry: Education | undefined, save: (entry: Education) => void): void {
  const blank = { id: newEntryId, school: '', degree: '', field: '', from: '', to: '' };
  openDialog(new EducationDialog(entry ? t('profile.editEducation') : t('profile.addEducation'), entry ?? blank, save));
}

export function openCertification(entry: Certification | undefined, save: (entry: Certification) => void): void {
  const blank = { id: newEntryId, name: '', issuer: '', issuedOn: '', expiresOn: null, url: null };
  const kept = (certification: Certification) =>
    save({ ...certification, expiresOn: certification.expiresOn || null, url: certification.url || null });
  openDialog(
    new CertificationDialog(
      entry ? t('profile.editCertification') : t('profile.addCertification'),
      entry ?? blank,
      kept,
    ),
  );
}
