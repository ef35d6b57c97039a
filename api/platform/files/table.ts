import type { EpochMs } from '../database/database.ts';
import type { ImageUse } from './file.ts';
import type { UploadUse } from './upload.ts';

export type FileRow = {
  id: string;
  /** Whose it is: a freelancer of an image; of an upload a person, or a tenant whose server sent it. */
  ownerId: string;
  kind: ImageUse | UploadUse;
  /** Of what was uploaded; images are always served as WebP. */
  type: string;
  bytes: number;
  /** Empty while the bytes of an upload are still coming. */
  sha256: string;
  width: number | null;
  height: number | null;
  createdAt: EpochMs;
  /** Null until something points at it; such a file is removed after a day. */
  attachedAt: EpochMs | null;
  /** Null for images, which have no name of their own. */
  name: string | null;
};

/** An upload at something: the same file may stand at several, as when a post is duplicated. */
export type FileAttachmentRow = {
  fileId: string;
  subjectKind: string;
  subjectId: string;
  position: number;
};

declare module '../database/tables.ts' {
  interface Tables {
    files: FileRow;
    fileAttachments: FileAttachmentRow;
  }
}
