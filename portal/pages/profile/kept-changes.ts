import type { Changes } from './profile-parts.ts';

const keyOf = (freelancerId: string) => `profile-draft ${freelancerId}`;

/** Words that were typed but not yet saved, from a page that was closed or lost its connection. */
export function readKept(freelancerId: string): Changes {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(freelancerId)) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Changes) : {};
  } catch {
    return {};
  }
}

export function writeKept(freelancerId: string, changes: Changes): void {
  try {
    if (Object.keys(changes).length === 0) localStorage.removeItem(keyOf(freelancerId));
    else localStorage.setItem(keyOf(freelancerId), JSON.stringify(changes));
  } catch {
    // A browser that keeps nothing still sends what is on screen.
  }
}
