import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runtimeFolder, say } from './places.mjs';

const lockFile = path.join(runtimeFolder, 'setup.lock');
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Takes the lock in one step (a hard link of a complete file), so that nobody ever reads a half-written owner. */
function tryTake() {
  const mine = `${lockFile}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    linkSync(mine, lockFile);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(mine, { force: true });
  }
}

function owner() {
  try {
    return Number(readFileSync(lockFile, 'utf8'));
  } catch {
    return null;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Takes a dead process's lock away. A rename has one winner; a lock renamed by mistake is put back. */
function breakStale(pid) {
  const aside = `${lockFile}.stale-${process.pid}`;
  try {
    renameSync(lockFile, aside);
    if (Number(readFileSync(aside, 'utf8')) !== pid) linkSync(aside, lockFile);
  } catch {
    // Somebody else was faster.
  } finally {
    rmSync(aside, { force: true });
  }
}

/** Runs `work` while no other invocation of these scripts sets up or builds. A lock of a dead process is taken over. */
export async function withSetupLock(work) {
  mkdirSync(runtimeFolder, { recursive: true });
  let told = false;
  while (!tryTake()) {
    const pid = owner();
    if (pid !== null && !isAlive(pid)) {
      breakStale(pid);
      continue;
    }
    if (!told) say('Waiting for another command that is setting up or building.');
    told = true;
    await wait(200);
  }
  const release = () => {
    if (owner() === process.pid) rmSync(lockFile, { force: true });
  };
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}
