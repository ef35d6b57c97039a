import type { Budget, BudgetLine, BudgetRevision, NewBudget } from '@portico/api/procurement/budgets/schema.ts';
import type {
  CostCenter,
  CostCenterChange,
  CostCenterImport,
  NewCostCenter,
} from '@portico/api/procurement/cost-centers/schema.ts';
import type {
  Commitment,
  CommitmentQuote,
  NewPurchaseOrder,
  PurchaseOrder,
  PurchaseOrderChange,
  PurchaseOrderChoice,
  PurchaseOrderRevision,
  PurchaseOrderSummary,
  WaitingForPurchaseOrder,
} from '@portico/api/procurement/purchase-orders/schema.ts';
import type { NewRateCard, RateCardWire, RateException } from '@portico/api/procurement/rate-cards/schema.ts';
import type { StatementOfWork } from '@portico/api/procurement/statements-of-work/schema.ts';
import { get, patch, post, type Query, send } from './client.ts';

export type {
  Budget,
  BudgetLine,
  BudgetRevision,
  Commitment,
  CommitmentQuote,
  CostCenter,
  CostCenterImport,
  NewBudget,
  NewCostCenter,
  NewPurchaseOrder,
  PurchaseOrder,
  PurchaseOrderChange,
  PurchaseOrderChoice,
  PurchaseOrderRevision,
  PurchaseOrderSummary,
  RateCardWire,
  RateException,
  StatementOfWork,
  WaitingForPurchaseOrder,
};

type Items<T> = { items: T[] };
const id = encodeURIComponent;
const orders = '/v1/purchase-orders';

export const getPurchaseOrders = async (query: Query, signal?: AbortSignal) =>
  (await get<Items<PurchaseOrderSummary>>(orders, { query, signal })).items;
export const getPurchaseOrder = (orderId: string, signal?: AbortSignal) =>
  send<PurchaseOrder>('GET', `${orders}/${id(orderId)}`, { signal });
export const createPurchaseOrder = (body: NewPurchaseOrder, key: string) =>
  post<PurchaseOrder>(orders, body, { headers: { 'idempotency-key': key } });
export const changePurchaseOrder = (orderId: string, body: PurchaseOrderChange, ifMatch: string) =>
  patch<PurchaseOrder>(`${orders}/${id(orderId)}`, body, { ifMatch });
export const movePurchaseOrder = (orderId: string, move: 'opening' | 'closing' | 'reopening', body?: unknown) =>
  post<PurchaseOrder>(`${orders}/${id(orderId)}/${move}`, body);
export const getCommitments = async (orderId: string, signal?: AbortSignal) =>
  (await get<Items<Commitment>>(`${orders}/${id(orderId)}/commitments`, { signal })).items;
export const getRevisions = async (orderId: string, signal?: AbortSignal) =>
  (await get<Items<PurchaseOrderRevision>>(`${orders}/${id(orderId)}/revisions`, { signal })).items;
export const purchaseOrderTimeline = (orderId: string) => `${orders}/${id(orderId)}/timeline`;
export const getChoices = (query: Query, signal?: AbortSignal) =>
  get<{ items: PurchaseOrderChoice[]; keepsAny: boolean }>(`${orders}/choices`, { query, signal });
export const quoteCommitment = (body: unknown, signal?: AbortSignal) =>
  post<CommitmentQuote>(`${orders}/quote`, body, { signal });
export const getWaiting = async (signal?: AbortSignal) =>
  (await get<Items<WaitingForPurchaseOrder>>(`${orders}/waiting`, { signal })).items;
export const assignWaiting = (orderId: string, waitingIds: readonly string[]) =>
  post<PurchaseOrder>(`${orders}/${id(orderId)}/assignments`, { waitingIds });

export const getCostCenters = (signal?: AbortSignal) =>
  get<Items<CostCenter> & { mayChange: boolean }>('/v1/cost-centers', { signal });
export const createCostCenter = (body: NewCostCenter) => post<CostCenter>('/v1/cost-centers', body);
export const changeCostCenter = (centerId: string, body: CostCenterChange, ifMatch: string) =>
  patch<CostCenter>(`/v1/cost-centers/${id(centerId)}`, body, { ifMatch });
export const importCostCenters = (csv: string, apply: boolean) =>
  post<CostCenterImport>('/v1/cost-centers/import', { csv, apply });

export const getBudgets = (query: Query, signal?: AbortSignal) =>
  get<Items<Budget> & { mayChange: boolean }>('/v1/budgets', { query, signal });
export const createBudget = (body: NewBudget) => post<Budget>('/v1/budgets', body);
export const changeBudget = (budgetId: string, body: unknown, ifMatch: string) =>
  patch<Budget>(`/v1/budgets/${id(budgetId)}`, body, { ifMatch });
export const getBudgetLines = async (budgetId: string) =>
  (await get<Items<BudgetLine>>(`/v1/budgets/${id(budgetId)}/lines`)).items;
export const getBudgetRevisions = async (budgetId: string) =>
  (await get<Items<BudgetRevision>>(`/v1/budgets/${id(budgetId)}/revisions`)).items;

export const getRateCards = (signal?: AbortSignal) =>
  get<Items<RateCardWire> & { mayChange: boolean }>('/v1/rate-cards', { signal });
export const createRateCard = (body: NewRateCard) => post<RateCardWire>('/v1/rate-cards', body);
export const changeRateCard = (cardId: string, body: unknown, ifMatch: string) =>
  patch<RateCardWire>(`/v1/rate-cards/${id(cardId)}`, body, { ifMatch });
export const getRateExceptions = async (signal?: AbortSignal) =>
  (await get<Items<RateException>>('/v1/rate-cards/exceptions', { signal })).items;
export const decideRateException = (exceptionId: string, decision: 'approved' | 'rejected', reason?: string) =>
  post<RateException>(`/v1/rate-cards/exceptions/${id(exceptionId)}/decision`, { decision, reason });
export const withdrawRateException = (exceptionId: string) =>
  post<RateException>(`/v1/rate-cards/exceptions/${id(exceptionId)}/withdrawal`);
export const requestRateException = (body: {
  cardId: string;
  freelancerId: string;
  role: string;
  rate: RateException['rate'];
  validThrough: string;
  reason: string;
}) => post<RateException>('/v1/rate-cards/exceptions', body);

type Subject = StatementOfWork['subject'];
export const getStatementsOfWork = async (subject: Subject, signal?: AbortSignal) => {
  const query = { subjectKind: subject.kind, subjectId: subject.id };
  return (await get<Items<StatementOfWork>>('/v1/statements-of-work', { query, signal })).items;
};
export const makeStatementOfWork = (subject: Subject) => post<StatementOfWork>('/v1/statements-of-work', { subject });
