/** @throws a sentence when this Node is too old */
export function checkNode(version?: string): void;
/** Whether all that package-lock.json names is installed below `folder`. */
export function packagesAreCurrent(folder: string): boolean;
