import type { Subscribed, TenantPlan } from '@portico/api/money/subscriptions/schema.ts';
import type { Interval } from '@portico/api/money/subscriptions/subscription.ts';
import { get, patch, post } from './client.ts';

export type { Interval, Subscribed, TenantPlan };

const path = '/v1/subscription';

export const getPlan = (signal?: AbortSignal) => get<TenantPlan>(path, { signal });
export const subscribe = (interval: Interval, methodId: string, key: string) =>
  post<Subscribed>(path, { plan: 'pro', interval, methodId }, { headers: { 'idempotency-key': key } });
export const changeSubscription = (change: { interval?: Interval; methodId?: string }) =>
  patch<TenantPlan>(path, change);
export const cancelSubscription = () => post<TenantPlan>(`${path}/cancellation`);
export const resumeSubscription = () => post<TenantPlan>(`${path}/resumption`);
