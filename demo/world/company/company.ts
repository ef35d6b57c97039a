import type { Person } from '@portico/api/platform/auth/actor.ts';

/** Larkmoor's people at work on its settings, by first name. */
export type Company = {
  ask<T = unknown>(
    who: string,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<T>;
  /** For changing what is edited by revision. */
  etag(who: string, path: string): Promise<string>;
  member(name: string): Person;
  nowMs: number;
};
