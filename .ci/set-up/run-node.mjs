import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { bin, ownEnvironment, root } from './paths.mjs';

/**
 * Runs a program with the pinned Node as if it had been started itself: same terminal, signals and exit code.
 * A Ctrl-C in a terminal reaches the program directly; it is passed on only where there is no terminal.
 */
export async function runNode(args, extraEnvironment) {
  const child = spawn(bin('node'), args, { cwd: root, stdio: 'inherit', env: ownEnvironment(extraEnvironment) });
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGHUP'));
  const [code, signal] = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (...outcome) => resolve(outcome));
  });
  process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
}
