import type { CaseFacts } from './case-facts.ts';
import type { WantedDocument } from './vetting-document.ts';

export function wantedDocuments({ program }: Pick<CaseFacts, 'program'>): WantedDocument[] {
  return JSON.parse(program.documents);
}

/** Required ones of which none is accepted. */
export function missingDocuments(facts: Pick<CaseFacts, 'program' | 'documents'>): WantedDocument[] {
  const accepted = new Set(facts.documents.filter(({ state }) => state === 'accepted').map(({ key }) => key));
  return wantedDocuments(facts).filter(({ key, isRequired }) => isRequired && !accepted.has(key));
}
