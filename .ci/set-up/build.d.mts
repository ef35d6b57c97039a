/** Builds the embed files, portal and demo pages when their source changed; rejects with a sentence. */
export function buildWhenChanged(): Promise<void>;
