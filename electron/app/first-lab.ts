import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { OpenLab } from '../../shared/ipc/app-commands.ts';
import { type Result, fail } from '../../shared/result.ts';
import type { Engine } from '../ipc/shell.ts';
import type { AppLabs } from './labs.ts';

/** Name of the lab that is built when the app starts for the first time. */
export const SAMPLE_NAME = 'Sample lab.mwlab';

async function buildSample(folder: string, engine: Engine, labs: AppLabs): Promise<Result<OpenLab>> {
  const file = path.join(folder, SAMPLE_NAME);
  return await labs.preparing(SAMPLE_NAME, async () => {
    if (!existsSync(file)) {
      try {
        mkdirSync(folder, { recursive: true });
      } catch {
        return fail('labs-folder', `The folder ${folder} cannot be made; choose another place with New lab.`);
      }
      const made = await engine.ask('lab:new', { file });
      if (!made.ok) return made;
    }
    return await labs.open(file);
  });
}

/** Opens what the app starts with: the lab asked for, else the last one used, else the sample, built the first time. */
export async function openFirstLab(
  asked: string | null,
  folder: string,
  engine: Engine,
  labs: AppLabs,
): Promise<OpenLab | null> {
  const known = asked ?? labs.lastRecent();
  const opened = known === null ? await buildSample(folder, engine, labs) : await labs.open(known);
  if (opened.ok) return opened.value;
  labs.reportProblem(opened.failure.message);
  return null;
}
