import type { Deps } from './deps.ts';
import type { Identity } from './platform/auth/identity.ts';

export type ProcurementDeps = Deps & Pick<Identity, 'authority' | 'directory' | 'site'>;
