import { documented, type Evidence, modelled } from '../evidence.ts';
import { OWN, SEEN, type Sentence, sentence } from './sentence.ts';

/** Something that was asked of the lab, from the main window or by another program, and what came of it. */
export type Act =
  | {
      readonly kind: 'deliver' | 'logon';
      readonly alias: string;
      readonly initialized: boolean;
      readonly planned: boolean;
    }
  | { readonly kind: 'server'; readonly setting: string }
  | { readonly kind: 'purge'; readonly alias: string; readonly deleted: number }
  | { readonly kind: 'fix'; readonly id: string }
  | { readonly kind: 'exprofre'; readonly alias: string }
  | { readonly kind: 'undo'; readonly number: number }
  | { readonly kind: 'control'; readonly action: string }
  | { readonly kind: 'import'; readonly alias: string; readonly items: number; readonly folders: number }
  | { readonly kind: 'other'; readonly verb: string; readonly what: string }
  | {
      readonly kind: 'outlook';
      readonly alias: string;
      readonly steps: readonly (Evidence & { readonly text: string })[];
    };

const INITIALIZES = documented('KB842101');
const BOUNCES = documented('Exchange Team Blog, 25 Aug 2004');
const PRESS = 'Told by the trade press; Microsoft documents the switches only';

/** What an act means at the three depths. Outlook's own steps come with their evidence from the engine. */
export function fromAct(act: Act): readonly Sentence[] {
  switch (act.kind) {
    case 'deliver':
    case 'logon': {
      const values = { alias: act.alias };
      const bounced = act.kind === 'deliver' && !act.initialized;
      if (act.planned) return [sentence('click', `underneath.act.${act.kind}.planned`, SEEN, values)];
      return [
        sentence('click', `underneath.act.${act.kind}`, SEEN, values),
        bounced
          ? sentence('step', 'underneath.act.bounced', BOUNCES, values)
          : sentence(
              'step',
              `underneath.act.${act.initialized ? '' : 'not-'}initialized`,
              INITIALIZES,
              values,
            ),
      ];
    }
    case 'server':
      return [
        sentence('click', 'underneath.act.server', SEEN, { setting: act.setting }),
        ...(act.setting.startsWith('pageheap=')
          ? [sentence('protocol', 'underneath.act.pageheap', documented('KB919235'))]
          : []),
      ];
    case 'purge':
      return [
        sentence('click', 'underneath.act.purge', SEEN, { alias: act.alias, deleted: act.deleted }),
        sentence('step', 'underneath.act.purge.step', INITIALIZES),
      ];
    case 'fix':
      return [sentence('click', 'underneath.act.fix', SEEN, { id: act.id })];
    case 'exprofre':
      return [
        sentence('click', 'underneath.act.exprofre', SEEN, { alias: act.alias }),
        sentence(
          'step',
          'underneath.act.exprofre.step',
          modelled(PRESS, 'itprotoday.com, Updating profiles for moved mailboxes'),
        ),
      ];
    case 'undo':
      return [sentence('click', 'underneath.act.undo', OWN, { number: act.number })];
    case 'control':
      return [sentence('click', 'underneath.act.control', SEEN, { action: act.action })];
    case 'import': {
      const { alias, items, folders } = act;
      return [sentence('click', 'underneath.act.import', SEEN, { alias, items, folders })];
    }
    case 'other':
      return [sentence('click', 'underneath.act.other', SEEN, { verb: act.verb, what: act.what })];
    case 'outlook':
      return [
        sentence('click', 'underneath.act.outlook', SEEN, { alias: act.alias }),
        ...act.steps.map(({ text, evidence, source, reason }) =>
          sentence('protocol', 'underneath.act.outlook.step', { evidence, source, reason }, { text }),
        ),
      ];
  }
}
