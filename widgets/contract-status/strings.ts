import type { NextWhat } from '@portico/api/work/contract-status/next-step.ts';
import type { ContractState } from '@portico/api/work/contracts/contract.ts';
import type { CoreStrings, Plural } from '../core/locale.ts';
import type { StatusFilter, WidgetAction } from './status-parts.ts';

/** What the list says; the words of a contract and its dialogs come with them. */
export type ContractStatusStrings = CoreStrings & {
  label: string;
  filters: Record<StatusFilter, string>;
  found: Plural;
  none: Record<StatusFilter, string>;
  more: string;
  states: Record<ContractState, string>;
  you: string;
  /** as an infinitive, after who it is up to; `{name}` is a milestone or a week */
  steps: Record<NextWhat, string>;
  until: string;
  actions: Record<WidgetAction, string>;
  money: Record<'inEscrow' | 'released' | 'remaining', string>;
  sandbox: string;
};
