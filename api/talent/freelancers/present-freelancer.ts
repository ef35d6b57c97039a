import { type Actor, isPerson } from '../../platform/auth/actor.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import { imagePath } from '../../platform/files/file.ts';
import { findSkillCategory } from '../skills/taxonomy.ts';
import { isVisibleTo, type Viewer } from './freelancer.ts';
import type { FreelancerRecord } from './read-freelancers.ts';
import type { FreelancerProfile, OwnFreelancer, PortfolioItem, SkillRef } from './schema.ts';
import type { FreelancerRow } from './table.ts';

/**
 * How an actor stands to a profile. A widget session never makes an owner: a tenant's server mints it.
 * A tenant's server itself counts as signed in, a public page of a tenant does not.
 */
export function viewerOf(actor: Actor, { personId }: Pick<FreelancerRow, 'personId'>): Viewer {
  if (isPerson(actor)) return actor.via.kind === 'cookie' && actor.personId === personId ? 'owner' : 'signedIn';
  return actor.kind === 'secretKey' ? 'signedIn' : 'anonymous';
}

export function maySee(actor: Actor, row: Pick<FreelancerRow, 'personId' | 'visibility'>): boolean {
  return isVisibleTo(viewerOf(actor, row), row.visibility);
}

/** The profile for an actor; undefined where the actor may not see it. */
export function presentFreelancer(
  actor: Actor,
  record: FreelancerRecord,
  saved: boolean,
): FreelancerProfile | undefined {
  return maySee(actor, record.row) ? { ...presentProfile(record), saved } : undefined;
}

/** What everybody sees who may see the profile at all. */
export function presentProfile(record: FreelancerRecord): Omit<FreelancerProfile, 'saved'> {
  const { row } = record;
  return {
    id: row.id,
    name: row.name,
    headline: row.headline,
    overview: row.overview,
    photoUrl: photoPath(row),
    ...presentCategory(row),
    skills: record.freelancerSkills.map(({ skillId, name }) => ({ id: skillId, name })),
    languages: record.freelancerLanguages.map(({ language, level }) => ({ language, level })),
    country: row.country,
    timezone: row.timezone,
    hourlyRate: row.rateMinor === null ? null : { amountMinor: row.rateMinor, currency: row.rateCurrency! },
    engagement: row.engagement,
    availability: {
      hoursPerWeek: row.hoursPerWeek,
      nextFreeDate: row.nextFreeDate,
      openToOffers: row.openToOffers === 1,
    },
    employment: record.freelancerEmployment.map(({ id, title, company, fromMonth, toMonth, description }) => ({
      id,
      title,
      company,
      from: fromMonth,
      to: toMonth,
      description,
    })),
    education: record.freelancerEducation.map(({ id, school, degree, field, fromMonth, toMonth }) => ({
      id,
      school,
      degree,
      field,
      from: fromMonth,
      to: toMonth,
    })),
    certifications: record.freelancerCertifications.map(({ freelancerId: _, position: __, ...rest }) => rest),
    portfolio: presentPortfolio(record),
    links: record.freelancerLinks.map(({ kind, url }) => ({ kind, url })),
    verified: { identity: row.identityVerifiedOn, phone: row.phoneVerified === 1, email: row.emailVerified === 1 },
    jobSuccess: row.jobSuccess,
    responseTimeHours: row.responseTimeHours,
    badge: row.badge,
    expertVettedOn: row.expertVettedOn,
    memberSince: isoInstant(row.createdAt),
  };
}

export function presentOwn(record: FreelancerRecord): OwnFreelancer {
  const { row } = record;
  return {
    ...presentProfile(record),
    specializationIds: JSON.parse(row.specializationIds),
    visibility: row.visibility,
    revision: row.revision,
    updatedAt: isoInstant(row.updatedAt),
  };
}

export function photoPath({ photoFileId }: Pick<FreelancerRow, 'photoFileId'>): string | null {
  return photoFileId && imagePath(photoFileId, 256);
}

function presentCategory({ categoryId, specializationIds }: FreelancerRow) {
  const category = categoryId === null ? undefined : findSkillCategory(categoryId);
  const chosen: string[] = JSON.parse(specializationIds);
  return {
    category: category ? { id: category.id, name: category.name } : null,
    specializations: chosen.flatMap((id) => category?.specializations.find((one) => one.id === id)?.name ?? []),
  };
}

function presentPortfolio({ portfolioItems, portfolioImages }: FreelancerRecord): PortfolioItem[] {
  return portfolioItems.map((item) => ({
    id: item.id,
    title: item.title,
    text: item.text,
    images: portfolioImages
      .filter(({ itemId }) => itemId === item.id)
      .map(({ fileId, width, height, alt }) => ({
        id: fileId,
        url: imagePath(fileId, 1200),
        thumbnailUrl: imagePath(fileId, 400),
        width,
        height,
        alt,
      })),
    link: item.link,
    skills: JSON.parse(item.skills) satisfies SkillRef[],
  }));
}
