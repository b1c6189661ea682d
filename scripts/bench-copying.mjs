import { runnerImport } from 'vite';
import { at } from './places.mjs';

/*
 * `node scripts/bench-copying.mjs prepare FILE ITEMS MAILBOXES` builds the lab to be measured; `... measure FILE` measures
 * both modes and the bare copy on it, as JSON on stdout. Two processes, so that the building is not in the memory measured.
 */
const [verb, file, items, mailboxes] = process.argv.slice(2);
const { module } = await runnerImport(at('electron', 'engine', 'testing', 'bench-copying.ts'));
if (verb === 'prepare') module.prepareCopying(file, Number(items), Number(mailboxes));
else process.stdout.write(`${JSON.stringify(module.measureCopying(file))}\n`);
