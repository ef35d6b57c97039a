import { freelancerPolicy } from '@portico/api/talent/freelancers/freelancer.ts';
import type { OwnFreelancer } from '@portico/api/talent/freelancers/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/icon.ts';
import { pencil, plus, trash } from '../../icons/icons.generated.ts';
import { undoable } from '../../shell/toasts.ts';
import { formatMonth } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { openCertification, openEducation, openEmployment } from './history-dialogs.ts';
import type { ProfileDraft } from './profile-draft.ts';
import { errorOf, section } from './section.ts';

type HistoryPart = 'employment' | 'education' | 'certifications';
type Entry<Part extends HistoryPart> = OwnFreelancer[Part][number];
type Line = { title: string; text: string; when: string };

const months = (from: string, to: string | null) =>
  `${formatMonth(from)} – ${to ? formatMonth(to) : t('freelancer.present')}`;

export const employmentSection = (draft: ProfileDraft): TemplateResult =>
  historySection(draft, 'employment', {
    title: t('profile.employment'),
    lead: t('profile.employmentLead'),
    add: t('profile.addEmployment'),
    max: freelancerPolicy.employmentMax,
    line: ({ title, company, from, to }) => ({ title, text: company, when: months(from, to) }),
    open: openEmployment,
  });

export const educationSection = (draft: ProfileDraft): TemplateResult =>
  historySection(draft, 'education', {
    title: t('profile.education'),
    lead: t('profile.educationLead'),
    add: t('profile.addEducation'),
    max: freelancerPolicy.educationMax,
    line: ({ school, degree, field, from, to }) => ({
      title: school,
      text: [degree, field].filter(Boolean).join(', '),
      when: months(from, to),
    }),
    open: openEducation,
  });

export const certificationsSection = (draft: ProfileDraft): TemplateResult =>
  historySection(draft, 'certifications', {
    title: t('profile.certifications'),
    lead: t('profile.certificationsLead'),
    add: t('profile.addCertification'),
    max: freelancerPolicy.certificationsMax,
    line: ({ name, issuer, issuedOn }) => ({ title: name, text: issuer, when: formatMonth(issuedOn) }),
    open: openCertification,
  });

type History<Part extends HistoryPart> = {
  title: string;
  lead: string;
  add: string;
  max: number;
  line: (entry: Entry<Part>) => Line;
  open: (entry: Entry<Part> | undefined, save: (entry: Entry<Part>) => void) => void;
};

function historySection<Part extends HistoryPart>(
  draft: ProfileDraft,
  part: Part,
  history: History<Part>,
): TemplateResult {
  const entries = draft.profile.get()[part] as Entry<Part>[];
  const set = (next: Entry<Part>[]) => draft.change(part, next as never);
  const now = () => draft.profile.get()[part] as Entry<Part>[];
  const refused = Object.entries(draft.errors.get()).find(([name]) => name.startsWith(`${part}/`))?.[1];
  return section(
    part,
    history.title,
    entries.length === 0
      ? html`<p class="muted">${history.lead}</p>`
      : html`<ul class="history">
          ${entries.map((entry, index) =>
            entryLine(history.line(entry), {
              edit: () => history.open(entry, (changed) => set(now().map((one, at) => (at === index ? changed : one)))),
              remove: () => {
                const before = now();
                set(before.filter((_, at) => at !== index));
                undoable(t('profile.entryRemoved', { name: history.line(entry).title }), () => set(before));
              },
            }),
          )}
        </ul>`,
    {
      error: errorOf(draft, part, part) ?? refused,
      actions:
        entries.length < history.max
          ? html`<button class="button small" type="button" @click=${() => history.open(undefined, (added) => set([added, ...now()]))}>${icon(plus)}${history.add}</button>`
          : nothing,
    },
  );
}

const entryLine = ({ title, text, when }: Line, { edit, remove }: { edit: () => void; remove: () => void }) =>
  html`<li class="entry">
    <div class="grow">
      <h3>${title}</h3>
      <p class="muted">${text}</p>
      <p class="muted small number">${when}</p>
    </div>
    <button class="button plain small icon-only" type="button" aria-label=${t('profile.editEntry', { name: title })} @click=${edit}>${icon(pencil)}</button>
    <button class="button plain small icon-only" type="button" aria-label=${t('profile.removeEntry', { name: title })} @click=${remove}>${icon(trash)}</button>
  </li>`;
