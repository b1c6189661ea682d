import { pathToFileURL } from 'node:url';
import { at, runMain } from './places.mjs';
import { ensureReady } from './ready.mjs';

/*
 * `npm run -s lab -- ...` and `npm run -s mailmig -- ...`: makes what is missing, then becomes the program: in this
 * very process, so that exit code, signals and streams are its own.
 */
await runMain(async () => {
  const [name, ...args] = process.argv.slice(2);
  await ensureReady();
  // npm changes into the project's folder and says in INIT_CWD where the command was typed. Only npm's word for this
  // very script counts: whatever runs below `npm test` inherits the INIT_CWD of that.
  const typedIn = process.env.npm_lifecycle_event === name ? process.env.INIT_CWD : undefined;
  const program = at('out', 'main', `${name}.js`);
  process.argv = [process.execPath, program, '--cwd', typedIn ?? process.cwd(), ...args];
  await import(pathToFileURL(program).href);
});
