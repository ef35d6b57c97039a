import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import type { HttpEnv } from './environment.ts';
import { Refusal } from './problem.ts';

const jsonBytesMax = 1024 * 1024;
const jsonDepthMax = 32;

const limited = bodyLimit({
  maxSize: jsonBytesMax,
  onError: () => {
    throw new Refusal(
      413,
      'body_too_large',
      'The request is larger than 1 MiB; nothing was changed. Send less at once.',
    );
  },
});

/** Bodies are JSON of at most 1 MiB and 32 levels. Routes under `uploadPaths` take files and check for themselves. */
export function bodyRules(isUpload: (path: string) => boolean) {
  return createMiddleware<HttpEnv>(async (c, next) => {
    // The method first: asking for the body makes Node's request into a whole Request.
    const hasBody = !['GET', 'HEAD', 'OPTIONS'].includes(c.req.method) && c.req.raw.body !== null;
    if (!hasBody || isUpload(c.req.path)) return next();
    return limited(c, async () => {
      const text = await c.req.text();
      if (text.length > 0) checkJson(c.req.header('content-type'), text);
      await next();
    });
  });
}

function checkJson(contentType: string | undefined, text: string): void {
  if (!/^application\/(json|csp-report|[\w.-]+\+json)\s*(;|$)/i.test(contentType ?? '')) {
    throw new Refusal(415, 'json_expected', 'Send the body as application/json.');
  }
  if (nestingDepth(text) > jsonDepthMax) {
    throw new Refusal(
      400,
      'json_too_deep',
      `The JSON is nested deeper than ${jsonDepthMax} levels; nothing was changed.`,
    );
  }
  try {
    JSON.parse(text);
  } catch {
    throw new Refusal(400, 'malformed_json', 'The body is not valid JSON; nothing was changed.');
  }
}

/** Deepest nesting of brackets outside strings; linear, so that hostile depth costs nothing. */
export function nestingDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (inString) {
      if (code === 92) i++;
      else if (code === 34) inString = false;
    } else if (code === 34) inString = true;
    else if (code === 91 || code === 123) deepest = Math.max(deepest, ++depth);
    else if (code === 93 || code === 125) depth--;
  }
  return deepest;
}
