import { expect, it } from 'vitest';
import { ruleText } from '../../../../shared/text/evidence-text.ts';
import { EXTRACT_REASONS } from '../../postoffice/extract-reasons.ts';
import { IMPORT_REASONS } from './import-reasons.ts';

it('every reason of an extraction or an import has words of its own', () => {
  for (const { rule } of [...Object.values(IMPORT_REASONS), ...Object.values(EXTRACT_REASONS)]) {
    expect(ruleText(rule)).not.toBe(rule);
  }
});
