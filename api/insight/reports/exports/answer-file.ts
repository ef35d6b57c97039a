import { Readable } from 'node:stream';
import { isoInstant } from '../../../platform/clock/clock.ts';
import type { Files } from '../../../platform/files/files.ts';
import type { HttpContext } from '../../../platform/http/environment.ts';
import { conflict } from '../../../platform/http/problem.ts';
import { contentTypes } from '../files/write-file.ts';
import { fileName } from './present-export.ts';
import type { ReportExportRow } from './table.ts';

/** The bytes with their digest (RFC 9530). @throws 409 export_not_ready */
export async function answerFile(c: HttpContext, { files }: { files: Files }, row: ReportExportRow) {
  const bytes = row.state === 'ready' ? await files.getStream(row.fileKey!) : undefined;
  if (!bytes) throw notReady(row.state);
  return c.body(Readable.toWeb(bytes) as ReadableStream, 200, {
    'content-type': contentTypes[row.format],
    'content-length': String(row.fileBytes),
    'content-disposition': `attachment; filename="${fileName(row)}"`,
    'repr-digest': `sha-256=:${Buffer.from(row.fileDigest!, 'hex').toString('base64')}:`,
    'report-as-of': isoInstant(row.asOf),
    'report-content-hash': row.contentHash!,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
}

const notReady = (state: string) =>
  conflict(
    'export_not_ready',
    state === 'expired' || state === 'ready'
      ? 'The days of this file are over; nothing is kept of it. Ask for it again as of the same instant: it is the same file.'
      : `There is no file of it (${state}); nothing was read.`,
  );
