import type { LabOutput } from '../../../shared/ipc/lab-commands.ts';
import type { Complaint } from './check-merge.ts';
import type { ModelLab, ModelMailbox, ModelRule } from './model-types.ts';
import { bindingHolds } from './naive-client.ts';
import { sourceOf, targetOf } from './reference-model.ts';

type Fates = LabOutput<'fate'>['mailboxes'][number];

function nameOf(rule: ModelRule): string {
  const [, name]: unknown[] = JSON.parse(rule.text);
  return String(name);
}

/** What becomes of the rules that hold short ids (identity section 4, rows 1 and 3): translated, dangling, or not carried. */
function rulesShouldBe(source: ModelMailbox, target: ModelMailbox): string[] {
  return source.rules
    .filter((rule) => rule.means.length > 0)
    .map((rule) => {
      const carried = target.rules.find((one) => one.text === rule.text);
      if (carried === undefined) return `${nameOf(rule)} LOST`;
      const works = carried.means.every(
        (id) => id !== null && (target.folders.has(id) || target.messages.has(id)),
      );
      return `${nameOf(rule)} ${works ? 'XLATE' : 'DANGLE'}`;
    })
    .sort();
}

/** Whether the .ost lives on behind a profile that ExProfRe re-points; before Outlook 2003 the tool renames the file (A19). */
function ostShouldBe(model: ModelLab, user: number, target: ModelMailbox): 'KEEP' | 'REBUILD' | null {
  const profile = model.profiles.find((one) => one.user === user);
  const ost = profile?.ost === null || profile === undefined ? undefined : model.osts.get(profile.ost);
  if (profile === undefined || ost === undefined) return null;
  return profile.outlook === '2003' && bindingHolds(ost, profile.cachedKey, target) ? 'KEEP' : 'REBUILD';
}

/** Compares observed fates of one mailbox of a run with what the facts say of it. */
export function checkFates(model: ModelLab, run: number | null, fates: Fates): Complaint[] {
  const source = sourceOf(model, fates.alias);
  const target = targetOf(model, run, fates.alias)?.mailbox;
  if (target?.initialized !== true) return [];
  const complaints: Complaint[] = [];
  const withIds = new Set(source.mailbox.rules.filter((rule) => rule.means.length > 0).map(nameOf));
  const told = fates.rules.filter(({ name }) => withIds.has(name)).map(({ name, fate }) => `${name} ${fate}`);
  const expected = rulesShouldBe(source.mailbox, target);
  if (JSON.stringify(told.sort()) !== JSON.stringify(expected)) {
    complaints.push({
      invariant: 'fates',
      text: `${fates.alias}: rules ${told.join(', ')}, expected ${expected.join(', ')}`,
    });
  }
  const ost = ostShouldBe(model, source.person.id, target);
  if (ost !== null && fates.ost !== null && fates.ost.fate !== ost) {
    complaints.push({ invariant: 'fates', text: `${fates.alias}: .ost ${fates.ost.fate}, expected ${ost}` });
  }
  return complaints;
}
