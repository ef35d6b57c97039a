import type { FileRef } from '@portico/api/platform/files/schema.ts';
import type { UploadUse } from '@portico/api/platform/files/upload.ts';
import { basePath } from '../router.ts';
import { queryString } from './client.ts';
import { ApiProblem, readProblem } from './problem.ts';

export type { FileRef };

/**
 * Sends one file; XMLHttpRequest, because `fetch` does not tell how much of a body has been sent.
 * @param onProgress part of it that was sent, 0 to 1
 */
export function uploadFile(
  file: File,
  {
    use = 'attachment',
    onProgress,
    signal,
  }: { use?: UploadUse; onProgress?: (part: number) => void; signal?: AbortSignal } = {},
): Promise<FileRef> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const noAnswer = () => reject(new ApiProblem(0, navigator.onLine ? 'network' : 'offline', ''));
    request.open('POST', `${basePath}/v1/files${queryString({ name: file.name, use })}`);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0));
    request.addEventListener('error', noAnswer);
    request.addEventListener('abort', () => reject(signal?.reason ?? new DOMException('Stopped', 'AbortError')));
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText) as FileRef);
      else void readProblem(answerOf(request)).then(reject);
    });
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function answerOf(request: XMLHttpRequest): Response {
  const headers = new Headers();
  for (const name of ['retry-after', 'x-request-id']) {
    const value = request.getResponseHeader(name);
    if (value) headers.set(name, value);
  }
  return new Response(request.responseText, { status: request.status || 500, headers });
}
