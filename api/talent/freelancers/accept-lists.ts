import { type FreelancerPolicy, freelancerPolicy } from './freelancer.ts';
import { isLanguage } from './places.ts';
import { Refusals } from './refusals.ts';
import type { ListEdits } from './schema.ts';
import type {
  CertificationRow,
  EducationRow,
  EmploymentRow,
  FreelancerLanguageRow,
  FreelancerLinkRow,
} from './table.ts';

/** A row before it is put at its place in a freelancer's list. */
export type Unplaced<T> = Omit<T, 'freelancerId' | 'position'>;
/** `id` is kept where the freelancer has an entry of it, and made otherwise. */
type IdOf = (kind: string, wanted: string | undefined) => string;

export function acceptLanguages(
  { languages }: ListEdits['languages'],
  policy: FreelancerPolicy = freelancerPolicy,
): Unplaced<FreelancerLanguageRow>[] {
  const refusals = new Refusals();
  refusals.count('/languages', languages, policy.languagesMax);
  const seen = new Set<string>();
  languages.forEach(({ language }, index) => {
    const pointer = `/languages/${index}/language`;
    if (!isLanguage(language)) refusals.add(pointer, 'unknown_language', 'This is no ISO 639 language code.');
    if (seen.has(language)) refusals.add(pointer, 'repeated_language', 'Each language can be named once.');
    seen.add(language);
  });
  refusals.throwIfAny();
  return languages;
}

export function acceptEmployment(
  { employment }: ListEdits['employment'],
  idOf: IdOf,
  policy: FreelancerPolicy = freelancerPolicy,
): Unplaced<EmploymentRow>[] {
  const refusals = new Refusals();
  refusals.count('/employment', employment, policy.employmentMax);
  const rows = employment.map((entry, index) => {
    const at = `/employment/${index}`;
    refusePeriod(`${at}/to`, entry.from, entry.to, refusals);
    return {
      id: idOf('em', entry.id),
      title: refusals.line(`${at}/title`, entry.title, policy.titleLengthMax, { required: true }),
      company: refusals.line(`${at}/company`, entry.company, policy.titleLengthMax, { required: true }),
      fromMonth: entry.from,
      toMonth: entry.to,
      description: refusals.text(`${at}/description`, entry.description, policy.descriptionLengthMax),
    };
  });
  refusals.throwIfAny();
  return rows;
}

export function acceptEducation(
  { education }: ListEdits['education'],
  idOf: IdOf,
  policy: FreelancerPolicy = freelancerPolicy,
): Unplaced<EducationRow>[] {
  const refusals = new Refusals();
  refusals.count('/education', education, policy.educationMax);
  const rows = education.map((entry, index) => {
    const at = `/education/${index}`;
    refusePeriod(`${at}/to`, entry.from, entry.to, refusals);
    return {
      id: idOf('ed', entry.id),
      school: refusals.line(`${at}/school`, entry.school, policy.titleLengthMax, { required: true }),
      degree: refusals.line(`${at}/degree`, entry.degree, policy.titleLengthMax),
      field: refusals.line(`${at}/field`, entry.field, policy.titleLengthMax),
      fromMonth: entry.from,
      toMonth: entry.to,
    };
  });
  refusals.throwIfAny();
  return rows;
}

export function acceptCertifications(
  { certifications }: ListEdits['certifications'],
  idOf: IdOf,
  policy: FreelancerPolicy = freelancerPolicy,
): Unplaced<CertificationRow>[] {
  const refusals = new Refusals();
  refusals.count('/certifications', certifications, policy.certificationsMax);
  const rows = certifications.map((entry, index) => {
    const at = `/certifications/${index}`;
    refusePeriod(`${at}/expiresOn`, entry.issuedOn, entry.expiresOn, refusals);
    return {
      id: idOf('ce', entry.id),
      name: refusals.line(`${at}/name`, entry.name, policy.titleLengthMax, { required: true }),
      issuer: refusals.line(`${at}/issuer`, entry.issuer, policy.titleLengthMax, { required: true }),
      issuedOn: entry.issuedOn,
      expiresOn: entry.expiresOn,
      url: entry.url === null ? null : refusals.link(`${at}/url`, entry.url, policy.urlLengthMax),
    };
  });
  refusals.throwIfAny();
  return rows;
}

export function acceptLinks(
  { links }: ListEdits['links'],
  policy: FreelancerPolicy = freelancerPolicy,
): Unplaced<FreelancerLinkRow>[] {
  const refusals = new Refusals();
  refusals.count('/links', links, policy.linksMax);
  const rows = links.map(({ kind, url }, index) => ({
    kind,
    url: refusals.link(`/links/${index}/url`, url, policy.urlLengthMax),
  }));
  refusals.throwIfAny();
  return rows;
}

/** Months and dates compare as text. */
function refusePeriod(pointer: string, from: string, to: string | null, refusals: Refusals): void {
  if (to !== null && to < from) refusals.add(pointer, 'ends_before_start', 'The end lies before the start.');
}
