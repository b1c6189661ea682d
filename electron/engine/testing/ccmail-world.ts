import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PostOfficePlan } from '../../../shared/lab/run-plan.ts';
import { buildCcMailLab } from '../build/ccmail-lab.ts';
import { ccMailLabSpec, ccMailScenario } from '../build/ccmail-scenario.ts';
import type { CcMailLabSpec, PostOfficeSpec, PoUserSpec } from '../build/ccmail-spec.ts';
import { NORTHGATE, RECIPIENTS } from '../build/ccmail-world.ts';
import { createLab, type Lab, openLab } from '../store/lab.ts';
import harbor from '../../../resources/scenarios/harbor.json' with { type: 'json' };

/** A cc:Mail lab for tests, in a folder of its own. */
export interface CcMailTestLab {
  readonly lab: Lab;
  plan(change?: Partial<PostOfficePlan>): PostOfficePlan;
  discard(): void;
}

/** The scenario harbor as a spec, for tests to change. */
export function harborSpec(seed = 1): CcMailLabSpec {
  return ccMailLabSpec(ccMailScenario.parse(harbor), seed);
}

export function userSpec(name: string, messages: number, more: Partial<PoUserSpec> = {}): PoUserSpec {
  return {
    name,
    messages,
    folders: [],
    drafts: 0,
    attmail: 0,
    flaws: {},
    addresses: 0,
    lists: [],
    heavy: false,
    ...more,
  };
}

/** A small lab with the one post office HARBOR that a test describes; everything else as in the scenario harbor. */
export function smallSpec(
  office: Partial<PostOfficeSpec> & Pick<PostOfficeSpec, 'users'>,
  more: Partial<CcMailLabSpec> = {},
): CcMailLabSpec {
  const spec = harborSpec();
  const [first] = spec.postOffices;
  if (first === undefined) throw new Error('the scenario harbor without a post office');
  return {
    ...spec,
    scenario: null,
    postOffices: [{ ...first, boards: [], lists: [], remoteUsers: [], ...office }],
    customRecipients: [],
    ...more,
  };
}

export function ccMailWorld(spec: CcMailLabSpec): CcMailTestLab {
  const folder = mkdtempSync(join(tmpdir(), 'mwlab-office-'));
  const path = join(folder, 'office.mwlab');
  const made = createLab(path, (lab) => buildCcMailLab(lab, spec));
  const opened = openLab(path);
  if (!made.ok || !opened.ok) throw new Error('the cc:Mail lab cannot be made');
  const office = spec.postOffices[0];
  const drive = spec.drives.find((one) => one.path === office?.directory);
  return {
    lab: opened.value,
    plan: (change = {}) => ({
      source: 'CCMAIL',
      mode: 'default',
      directory: drive === undefined ? (office?.directory ?? '') : `${drive.letter}\\`,
      postOffice: office?.name ?? '',
      method: 'extract',
      files: 'C:\\MIGRATE',
      accounts: (office?.users ?? []).map(({ name }) => name.replace(',', '')),
      mailboxes: true,
      mail: true,
      dateRange: null,
      bulletinBoards: false,
      targetServer: NORTHGATE.server,
      targetStore: NORTHGATE.store,
      container: RECIPIENTS,
      template: null,
      ntAccounts: 'NO',
      folderOwner: null,
      folderAccess: 'None',
      ...change,
    }),
    discard: () => {
      opened.value.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
