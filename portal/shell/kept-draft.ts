import { me } from './session.ts';

/** What somebody has typed and not sent, kept on this device for them alone. */
export function readKept<Draft extends object>(name: string): Partial<Draft> | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(name)) ?? 'null');
    return typeof kept === 'object' && kept !== null ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** @param draft undefined once it is sent */
export function keepDraft(name: string, draft: object | undefined): void {
  try {
    if (draft) localStorage.setItem(keyOf(name), JSON.stringify(draft));
    else localStorage.removeItem(keyOf(name));
  } catch {
    // A browser that keeps nothing still sends what is on screen.
  }
}

const keyOf = (name: string) => `draft ${me.get()?.person.id ?? ''} ${name}`;
