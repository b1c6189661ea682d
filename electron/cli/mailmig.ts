import { mailmigMain } from './mailmig-main.ts';
import { runProgram } from './program.ts';

/* Entry of `npm run -s mailmig -- <switches>`. */
await runProgram(mailmigMain);
