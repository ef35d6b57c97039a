import type { Notification } from '@portico/api/collaboration/notifications/schema.ts';
import { get, post, put, type Query } from './client.ts';

export type { Notification };
export type NotificationPage = { items: Notification[]; nextCursor: string | null; unread: number };

export const getNotifications = (query: Query, signal?: AbortSignal) =>
  get<NotificationPage>('/v1/notifications', { query, signal });
export const readNotification = (id: string) => put<void>(`/v1/notifications/${encodeURIComponent(id)}/read`);
export const readAllNotifications = (upTo: string) => post<{ unread: number }>('/v1/notifications/read-all', { upTo });
