import { describe, expect, it } from 'vitest';
import { documented, modelled, notDocumented } from '../evidence.ts';
import { LEDGER } from '../outcome/ledger.ts';
import { evidenceMark, ruleText, whyText } from './evidence-text.ts';

describe('what decided, in words', () => {
  it('has words for every entry of the ledger of fates', () => {
    const wordless = Object.keys(LEDGER).filter((id) => ruleText(id) === id);
    expect(wordless).toEqual([]);
  });

  it('names the article of a refusal, and shows an unknown rule by its id', () => {
    expect(ruleText('gate-KB919235')).toContain('KB919235');
    expect(ruleText('something-new')).toBe('something-new');
  });

  it('joins several grounds', () => {
    expect(whyText([{ rule: 'a' }, { rule: 'b' }])).toBe('a; b');
  });
});

describe('marks of evidence', () => {
  it('tells the source of what is documented and the reason of what is modelled', () => {
    expect(evidenceMark(documented('KB919235')).details.join(' ')).toContain('KB919235');
    expect(evidenceMark(modelled('Because')).details.join(' ')).toContain('Because');
    expect(evidenceMark(notDocumented()).tone).toBe('quiet');
  });
});
