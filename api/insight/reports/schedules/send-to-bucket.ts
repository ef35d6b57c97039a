import { fileName } from '../exports/present-export.ts';
import type { ReportExportRow } from '../exports/table.ts';
import { contentTypes } from '../files/write-file.ts';
import type { ScheduleDeps } from './deps.ts';
import { NotDelivered } from './not-delivered.ts';
import type { Delivery } from './schema.ts';
import { openSecret } from './secrets.ts';
import type { ReportScheduleRow } from './table.ts';

const timeoutMs = 120_000;

/** Into a bucket; the store checks the bytes against their SHA-256. */
export async function sendToStore(
  { files, outbound, secret }: ScheduleDeps,
  { id, sealed }: ReportScheduleRow,
  { endpoint, region, bucket, prefix, accessKeyId }: Extract<Delivery, { kind: 's3' }>,
  made: ReportExportRow,
): Promise<string> {
  if (!sealed) throw new NotDelivered('The secret key of the store is missing.');
  const bytes = await files.getStream(made.fileKey!);
  if (!bytes) throw new NotDelivered('There is no file of it any more.');
  // Large, and needed by few.
  const { S3Client, PutObjectCommand } = await import('@aws-sdk/client-s3');
  const client = new S3Client({
    region,
    ...(endpoint && { endpoint, forcePathStyle: true }),
    credentials: { accessKeyId, secretAccessKey: openSecret(secret, id, sealed) },
    maxAttempts: 1,
    requestHandler: { httpAgent: outbound.httpAgent, httpsAgent: outbound.httpsAgent, requestTimeout: timeoutMs },
  });
  const key = [prefix.replace(/^\/+|\/+$/g, ''), fileName(made)].filter(Boolean).join('/');
  try {
    await client.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        Body: bytes,
        ContentLength: made.fileBytes!,
        ContentType: contentTypes[made.format],
        ChecksumSHA256: Buffer.from(made.fileDigest!, 'hex').toString('base64'),
      }),
    );
    return `s3://${bucket}/${key}`;
  } catch (error) {
    bytes.destroy();
    const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } };
    throw new NotDelivered(
      $metadata?.httpStatusCode
        ? `The store answered ${$metadata.httpStatusCode} ${name ?? ''}.`
        : 'The store could not be reached at an address that is allowed.',
      { cause: error },
    );
  } finally {
    client.destroy();
  }
}
