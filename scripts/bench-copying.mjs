import { runnerImport } from 'vite';
import { at } from './places.mjs';

/*
 * `node scripts/bench-copying.mjs ITEMS MAILBOXES`: one measurement of both modes, as JSON on stdout. A process of its
 * own, so that memory of one measurement is not counted to the next.
 */
const [items, mailboxes] = process.argv.slice(2).map(Number);
const { module } = await runnerImport(at('electron', 'engine', 'testing', 'bench-copying.ts'));
process.stdout.write(`${JSON.stringify(module.measureCopying(items, mailboxes))}\n`);
