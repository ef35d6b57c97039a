import type { TemplateResult } from 'lit';
import { docsTable } from './docs-table.ts';
import type { Facts } from './facts.ts';

export type Way = { way: string; choose: (way: string) => void };
export type Section = { id: string; heading: string; body: (facts: Facts, way: Way) => TemplateResult };

export const list = (head: readonly string[], rows: readonly (readonly (string | TemplateResult)[])[]) =>
  docsTable(head.join(', '), head, rows);
