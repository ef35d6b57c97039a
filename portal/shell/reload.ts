const reloadedAs = 'reloaded at';
const hintAs = 'signed in';
/** A second failure that soon is not an older version any more. */
const onceWithinMs = 30_000;

/** A new document brings the new version's chunks; once, so that a broken one does not load for ever. */
export function mayReload(): boolean {
  try {
    const last = Number(sessionStorage.getItem(reloadedAs) ?? 0);
    const present = performance.timeOrigin + performance.now();
    if (present - last < onceWithinMs) return false;
    sessionStorage.setItem(reloadedAs, String(present));
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether somebody was signed in here, or came from where they signed in: says nothing about who, and opens nothing.
 * The frame then stands as it will be when that is known.
 */
export function readKeptHint(): boolean {
  const sent = document.querySelector<HTMLMetaElement>('meta[name="signed-in"]')?.content;
  if (sent === 'no') return false;
  try {
    return (localStorage.getItem(hintAs) ?? (sent === 'maybe' ? 'yes' : 'no')) === 'yes';
  } catch {
    return false;
  }
}

export function keepHint(isSignedIn: boolean): void {
  try {
    localStorage.setItem(hintAs, isSignedIn ? 'yes' : 'no');
  } catch {
    // Without it the page's code comes after the answer.
  }
}
