import { documented, type Evidence, modelled } from '../../shared/evidence.ts';
import { text } from '../../shared/text/text.ts';
import type { PageId } from '../../shared/wizard/model.ts';

/** How well the wording of each page is founded. */
export function pageEvidence(page: PageId): Evidence {
  switch (page) {
    case 'migration-type':
      return documented('XMG 04023; KB307706; KB328871');
    case 'source-server':
      return documented('KB307706');
    case 'migration-information':
      return modelled(
        text('page-evidence.migration-information'),
        'KB307706; EXADM migsysc_controlfileparameters',
      );
    case 'account-migration':
      return documented('EXADM; KB307706');
    case 'account-association':
      return documented('EXADM migsysc_editingaccountsinthemigrationwizard');
    case 'migration-destination':
      return modelled(text('page-evidence.migration-destination'), 'KB281496');
    case 'ccmail-post-office':
    case 'ccmail-method':
    case 'ccmail-options':
      return documented('XMG 06004, 06005');
    case 'progress':
      return modelled(text('page-evidence.progress'), 'Q196846');
    default:
      return modelled(text(`page-evidence.${page}`));
  }
}
