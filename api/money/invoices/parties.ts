import type { Executor } from '../../platform/database/database.ts';
import { type PrintedBrand, printedBrand } from '../../platform/documents/printed-brand.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import type { Tenant } from '../../platform/tenants/tenant.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { findBillingDetails } from './billing-details-store.ts';
import { type InvoicesPolicy, invoicesPolicy } from './policy.ts';
import type { InvoiceParty } from './schema.ts';
import type { BillingDetailsRow } from './table.ts';

/** As a document names them, fixed when it is issued: what is printed later is the same. */
export type Parties = { seller: InvoiceParty; billTo: InvoiceParty; brand: PrintedBrand };

export async function readTenantParties(db: Executor, scope: TenantScope, tenant: Tenant): Promise<Parties> {
  const details = await findBillingDetails(db, scope);
  return { ...(await readSeller(db)), billTo: billToOf(details, tenant), brand: printedBrand(tenant) };
}

/** What the marketplace bills a freelancer is in its own name, or in that of the tenant it was earned at. */
export async function readFreelancerParties(db: Executor, name: string, tenant: Tenant | undefined): Promise<Parties> {
  const { seller } = await readSeller(db);
  const brand = printedBrand(tenant);
  return {
    seller,
    billTo: { name, address: [], vatId: '', reference: '' },
    brand: { ...brand, name: brand.name || seller.name },
  };
}

async function readSeller(db: Executor): Promise<{ seller: InvoiceParty }> {
  const policy: InvoicesPolicy = await readPolicy(db, undefined, invoicesPolicy);
  const { sellerName: name, sellerAddress: address, sellerVatId: vatId } = policy;
  return { seller: { name, address, vatId, reference: '' } };
}

function billToOf(details: BillingDetailsRow | undefined, tenant: Tenant): InvoiceParty {
  if (!details) return { name: tenant.name, address: [], vatId: '', reference: '' };
  const { legalName, street, postalCode, city, region, country, vatId, reference } = details;
  const town = [postalCode, city].filter(Boolean).join(' ');
  const land = country ? new Intl.DisplayNames([tenant.locale], { type: 'region' }).of(country) : '';
  const address = [street, town, region, land ?? ''].filter(Boolean);
  return { name: legalName || tenant.name, address, vatId, reference };
}
