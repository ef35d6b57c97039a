/** Finds a Chromium that starts, or installs one; rejects with a sentence. */
export function findOrInstallBrowser(): Promise<string>;
