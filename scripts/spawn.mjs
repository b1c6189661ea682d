import { spawn } from 'node:child_process';
import { SetupError, root } from './places.mjs';

/**
 * Runs a program to its end and answers its exit code. Its output goes to stderr unless `output` says otherwise:
 * 'inherit' (as it comes), 'stderr', or 'keep' (returned as text).
 */
export function runProgram(command, args, { env = process.env, output = 'stderr', cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const out = output === 'inherit' ? 1 : output === 'stderr' ? 2 : 'pipe';
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', out, 2],
      // npm is a .cmd file on Windows, which only a shell runs.
      shell: process.platform === 'win32' && command === 'npm',
    });
    let text = '';
    child.stdout?.setEncoding('utf8').on('data', (part) => {
      text += part;
    });
    child.on('error', (error) =>
      reject(new SetupError(`${command} could not be started (${error.code}); is it installed?`)),
    );
    child.on('close', (code, signal) => resolve({ code: code ?? 1, signal, text }));
  });
}

/** Runs one of this project's own npm tools by its script, without a shell. */
export function runNode(script, args, options) {
  return runProgram(process.execPath, [script, ...args], options);
}
