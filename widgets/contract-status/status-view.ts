import type {
  ContractStatusItem,
  ContractStatusPage,
  ContractStatus as WholeContract,
} from '@portico/api/work/contract-status/schema.ts';
import type { Api } from '../core/api.ts';
import type { HireError } from '../core/hire-error.ts';
import type { StatusFilter, WidgetAction } from './status-parts.ts';
import type { ContractStatusStrings } from './strings.ts';

/** What the parts of the widget see of it. */
export type StatusView = {
  readonly strings: ContractStatusStrings;
  readonly language: string;
  readonly api: Api;
  readonly root: ShadowRoot;
  readonly page: ContractStatusPage | undefined;
  readonly filter: StatusFilter;
  readonly team: string | undefined;
  readonly isBusy: boolean;
  /** what was done last, for everybody to hear */
  readonly said: string;
  contractId: string | undefined;
  readonly failure: { error: HireError; retry: () => void } | undefined;
  look(filter: StatusFilter): void;
  more(): void;
  open(contract: ContractStatusItem): void;
  close(): void;
  /** the dialog of something to do; `subjectId` is the milestone or the week */
  act(action: WidgetAction, contract: ContractStatusItem, subjectId?: string): void;
  may(action: WidgetAction): boolean;
  /** news of one contract, and of how many wait */
  took(contract: WholeContract, counts: ContractStatusPage['counts'] | undefined): void;
  /** what is on screen stays until the answer is here */
  reload(): void;
  say(words: string): void;
  emit<Detail>(type: string, detail: Detail, cancelable?: boolean): boolean;
  fail(reason: unknown, retry?: () => void): HireError;
  update(): void;
  readonly updateComplete: Promise<void>;
};
