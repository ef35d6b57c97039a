import { type ReportSlug, reportSlugs } from '@portico/api/insight/reports/report.ts';

const storageKey = 'recent reports';
const keptMax = 4;

export type Recent = { report: ReportSlug; path: string; at: string };

/** What this person opened last on this device, the newest first. */
export function recentReports(): readonly Recent[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isRecent) : [];
  } catch {
    return [];
  }
}

export function rememberReport(recent: Recent): void {
  const others = recentReports().filter(({ report }) => report !== recent.report);
  try {
    localStorage.setItem(storageKey, JSON.stringify([recent, ...others].slice(0, keptMax)));
  } catch {
    // A browser that keeps nothing shows no list of the last ones.
  }
}

const isRecent = (kept: unknown): kept is Recent => {
  const { report, path, at } = (kept ?? {}) as Partial<Recent>;
  return reportSlugs.some((slug) => slug === report) && typeof path === 'string' && typeof at === 'string';
};
