import type { EpochMs } from '../database/database.ts';
import type { ImageUse } from './file.ts';

export type FileRow = {
  id: string;
  /** Whose image it is: a freelancer. */
  ownerId: string;
  kind: ImageUse;
  /** Of what was uploaded; what is served is always WebP. */
  type: string;
  bytes: number;
  sha256: string;
  width: number | null;
  height: number | null;
  createdAt: EpochMs;
  /** Null until something points at it; such a file is removed after a day. */
  attachedAt: EpochMs | null;
};

declare module '../database/tables.ts' {
  interface Tables {
    files: FileRow;
  }
}
