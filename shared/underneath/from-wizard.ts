import { documented, type Evidence, modelled } from '../evidence.ts';
import type { Mode } from '../lab/run-plan.ts';
import { isTextKey, text, type TextKey } from '../text/text.ts';
import type { PageId } from '../wizard/model.ts';
import { OWN, SEEN, type Sentence, sentence } from './sentence.ts';

/** What a wizard's window told: the page it shows, and what was pressed there (`page`: it has just come). */
export interface Moved {
  readonly page: PageId;
  readonly pressed: string;
  readonly mode: Mode;
}

interface Grounds {
  readonly step: Evidence;
  readonly protocol: Evidence;
}

const TWO_STAGES = documented('KB842101, aa998096');
const IDS_ARE_NEW = documented('MS-OXCFXICS R1891-R1892');

/** What the sentences about a page rest on; where the modes differ, so do they. */
function groundsOf(page: PageId, mode: Mode): Grounds {
  const isClone = mode === 'clone';
  switch (page) {
    case 'welcome':
      return { step: OWN, protocol: documented('KB919235') };
    case 'migration-type':
      return {
        step: documented('XMG 04023; KB307706'),
        protocol: modelled('No source tells what is read when'),
      };
    case 'exchange-information':
      return isClone
        ? {
            step: documented('KB919235'),
            protocol: modelled('Follows from sets of global identifiers', 'MS-OXCFXICS 2.2.2.4'),
          }
        : { step: documented('Exchange Server 2003 Deployment Guide'), protocol: IDS_ARE_NEW };
    case 'migration-destination':
      return {
        step: documented('Exchange Team Blog, 25 Aug 2004'),
        protocol: documented('MS-OXCSTOR R778-R779'),
      };
    case 'source-server':
      return {
        step: documented('KB842101, KB328871'),
        protocol: modelled('Which attributes are read is not documented'),
      };
    case 'migration-information':
      return isClone
        ? { step: documented('aa996178'), protocol: documented('KB919235') }
        : { step: documented('KB307706'), protocol: documented('Exchange Server 2003 Deployment Guide') };
    case 'account-migration':
      return { step: TWO_STAGES, protocol: documented('aa998698') };
    case 'container':
      return { step: documented('EXADM migsysc_matchingforsids2000'), protocol: documented('KB328871') };
    case 'account-association':
      return {
        step: documented('EXADM migsysc_matchingforsids2000'),
        protocol: modelled(
          'That X.500 addresses persist is documented, how it is done is not',
          'Exchange Team Blog, 25 Aug 2004',
        ),
      };
    case 'ccmail-information':
      return { step: documented('XMG 06001'), protocol: documented('Q174740') };
    case 'ccmail-post-office':
      return { step: documented('XMG 06004'), protocol: documented('Q186740') };
    case 'ccmail-method':
      return { step: documented('XMG 06005'), protocol: documented('Q194869') };
    case 'files-information':
      return { step: documented('SDK dsignapp_7m5v'), protocol: documented('XMG ab010') };
    case 'files-set':
      return { step: documented('XMG ab010'), protocol: documented('SDK 5eb7') };
    case 'ccmail-options':
      return { step: documented('XMG 06004, 04023'), protocol: documented('Q194218') };
    case 'destination-server':
      return { step: documented('XMG 06004'), protocol: modelled('What is read when is not documented') };
    case 'nt-accounts':
      return { step: documented('Q198957'), protocol: documented('XMG 06011') };
    case 'public-folders':
      return { step: documented('Q198957'), protocol: documented('Q157631') };
    case 'prerequisites':
      return { step: OWN, protocol: documented('KB842101') };
    case 'progress':
      return {
        step: TWO_STAGES,
        protocol: modelled('Documented for mailbox moves; for Mailmig it is inferred', 'MS-OXCSTOR R3979'),
      };
    case 'completing':
      return {
        step: modelled('Told by the trade press', 'itprotoday.com, Updating profiles for moved mailboxes'),
        protocol: documented('KB831058'),
      };
  }
}

function keyOf(page: PageId, depth: 'step' | 'protocol', mode: Mode): TextKey | null {
  const ofMode = `underneath.page.${page}.${depth}.${mode}`;
  if (isTextKey(ofMode)) return ofMode;
  const plain = `underneath.page.${page}.${depth}`;
  return isTextKey(plain) ? plain : null;
}

/** What a press in the wizard, or a page that has come, means at the three depths. */
export function fromWizard({ page, pressed, mode }: Moved): readonly Sentence[] {
  const title = text(`wizard.${page}.title`);
  if (pressed !== 'page') {
    const key = `underneath.press.${pressed}`;
    return isTextKey(key) ? [sentence('click', key, SEEN, { page: title })] : [];
  }
  const grounds = groundsOf(page, mode);
  const told: Sentence[] = [sentence('click', 'underneath.page', SEEN, { page: title })];
  for (const depth of ['step', 'protocol'] as const) {
    const key = keyOf(page, depth, mode);
    if (key !== null) told.push(sentence(depth, key, grounds[depth]));
  }
  return told;
}
