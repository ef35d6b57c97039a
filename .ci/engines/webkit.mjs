import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { Builder } from 'selenium-webdriver';

/** A test runner is ended with all that it started; a driver in a group of its own would stay behind. */
const diesWithUs = Boolean(process.env.TEST_LINES);

/** WebKitGTK's own small browser, driven by the driver that comes with it; on a display of its own where there is none. */
export async function startWebKit({ driver, browser, xvfb }) {
  const port = await freePort();
  const args = [driver, `--port=${port}`];
  if (!process.env.DISPLAY) args.unshift(xvfb, '-a', '--server-args=-screen 0 1400x1000x24');
  const server = spawn(args[0], args.slice(1), { stdio: ['ignore', 'pipe', 'pipe'], detached: !diesWithUs });
  const lines = [];
  for (const stream of [server.stdout, server.stderr])
    createInterface({ input: stream }).on('line', (line) => lines.push(line));
  const stopServer = () => {
    try {
      if (diesWithUs) server.kill();
      else process.kill(-server.pid, 'SIGKILL');
    } catch {
      // Already gone.
    }
  };
  process.once('exit', stopServer);
  try {
    await untilAnswering(port, server);
    const session = await new Builder()
      .usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities({
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': {
          binary: browser,
          args: ['--automation', '--enable-write-console-messages-to-stdout=1'],
        },
      })
      .build();
    return {
      session,
      lines,
      async stop() {
        await session.quit().catch(() => {});
        process.off('exit', stopServer);
        stopServer();
      },
    };
  } catch (error) {
    stopServer();
    throw new Error(`WebKitGTK did not start: ${error.message}\n${lines.slice(-20).join('\n')}`, { cause: error });
  }
}

/** A driver says nothing when it is ready: asked until it answers, or is gone. */
async function untilAnswering(port, server) {
  const deadline = AbortSignal.timeout(30_000);
  while (!deadline.aborted && server.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}/status`, { signal: deadline }).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`its driver ${server.exitCode === null ? 'does not answer' : `ended with ${server.exitCode}`}`);
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
