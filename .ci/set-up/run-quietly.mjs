import { spawn } from 'node:child_process';

/** Runs a command and keeps its output back; resolves with exit code and the last lines, for when it failed. */
export function runQuietly(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk) => {
      output = (output + chunk).slice(-20_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: 127, output: error.message, lastLines: error.message }));
    child.on('close', (code) => {
      resolve({ code: code ?? 1, output, lastLines: output.trim().split('\n').slice(-25).join('\n') });
    });
  });
}
