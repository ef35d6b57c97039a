import type { TaskKind, TaskOwner } from './onboarding-task.ts';

/** Which tasks for which contracts. Pure. */

/** An empty list asks nothing; every list that is not empty must hold the contract's own. */
export type AppliesTo = {
  teams: readonly string[];
  categoryIds: readonly string[];
  /** ISO 3166 codes of where the freelancer lives. */
  countries: readonly string[];
  contractTypes: readonly ContractType[];
};

export const contractTypes = ['fixed', 'hourly'] as const;
export type ContractType = (typeof contractTypes)[number];

export type TemplateTask = {
  /** Stays the same over versions. */
  key: string;
  kind: TaskKind;
  title: string;
  /** Plain words on what to do. */
  instructions: string;
  owner: TaskOwner;
  dueDays: number;
  needsDocument: boolean;
  /** A typed name over the hash of `text`. */
  needsSignature: boolean;
  /** Markdown to read and sign; empty where there is none. */
  text: string;
  /** How long it counts, also for the next contract; null: for this contract only. */
  validMonths: number | null;
  questionnaireId: string | null;
  /** Ask only where the offer says that there is a non-disclosure agreement. */
  onlyWithNda: boolean;
};

export type ContractTraits = {
  team: string | null;
  categoryId: string | null;
  country: string | null;
  contractType: ContractType;
  nda: boolean;
};

export function templateApplies(applies: AppliesTo, contract: ContractTraits): boolean {
  return (
    holds(applies.teams, contract.team) &&
    holds(applies.categoryIds, contract.categoryId) &&
    holds(applies.countries, contract.country) &&
    holds(applies.contractTypes, contract.contractType)
  );
}

export function tasksFor(tasks: readonly TemplateTask[], { nda }: Pick<ContractTraits, 'nda'>): TemplateTask[] {
  return tasks.filter(({ onlyWithNda }) => nda || !onlyWithNda);
}

function holds(list: readonly string[], one: string | null): boolean {
  return list.length === 0 || (one !== null && list.includes(one));
}
