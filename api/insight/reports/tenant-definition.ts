import type { TenantReport } from './definition.ts';
import { definitions } from './definitions.ts';
import { reportNotYours } from './grants.ts';
import type { ReportSlug } from './report.ts';

/** @throws 403 report_not_yours for a freelancer's own */
export function tenantDefinition(slug: ReportSlug): TenantReport {
  const definition = definitions.get(slug);
  if (definition?.audience !== 'tenant') throw reportNotYours();
  return definition;
}
