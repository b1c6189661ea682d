import { runProgram } from './program.ts';
import { labMain } from './lab-main.ts';

/* Entry of `npm run -s lab -- VERB FILE ...`. */
await runProgram(labMain);
