const key = 'pending-invitation';

/** Survives the detour over sign-up and the confirmation mail, which opens a new tab. */
export function keepInvitation(id: string): void {
  try {
    localStorage.setItem(key, id);
  } catch {
    // Then the person opens the invitation's mail once more.
  }
}

export function takeInvitation(): string | undefined {
  try {
    const id = localStorage.getItem(key) ?? undefined;
    localStorage.removeItem(key);
    return id;
  } catch {
    return undefined;
  }
}
