import type { Executor } from '../../platform/database/database.ts';
import { unprocessable } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { standardTemplate } from './standard-template.ts';
import { findDefaultTemplate, findTemplate } from './store.ts';
import { standardTemplateId } from './terms-template.ts';

/** What an offer takes from a template. */
export type TemplateText = { id: string; version: number; hash: string; text: string };

/** The tenant's default, or what comes with the installation. */
export async function readDefaultTemplate(db: Executor, scope: TenantScope): Promise<TemplateText> {
  return textOf((await findDefaultTemplate(db, scope)) ?? standardTemplate);
}

/** @throws 422 unknown_template */
export async function getTemplateText(db: Executor, scope: TenantScope, id: string): Promise<TemplateText> {
  const found = id === standardTemplateId ? standardTemplate : await findTemplate(db, scope, id);
  if (!found)
    throw unprocessable('unknown_template', 'There is no such terms template; nothing was changed.', [
      { pointer: '/templateId', code: 'unknown_template', message: 'Choose one of the tenant’s templates.' },
    ]);
  return textOf(found);
}

function textOf({ id, version, hash, text }: TemplateText): TemplateText {
  return { id, version, hash, text };
}
