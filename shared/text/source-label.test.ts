import { describe, expect, it } from 'vitest';
import { articleLabel, sourceLabel } from './source-label.ts';

describe('what sources are called', () => {
  it.each([
    ['KB919235', 'KB919235'],
    ['Q196846', 'KB article Q196846'],
    ['EHLO 2004-08-25', 'Exchange team blog, 25 Aug 2004'],
    ['Exchange Team Blog, 25 Aug 2004', 'Exchange team blog, 25 Aug 2004'],
    ['EXADM migsysc_matchingforsids2000', 'Exchange 2000 SP2 online help: matching for SIDs'],
    ['TN bb124640', 'TechNet bb124640'],
    ['KB842101, KB328871', 'KB842101; KB328871'],
    ['XMG 04023; KB307706', 'Exchange Server 5.5 migration guide, page 04023; KB307706'],
    ['MS-OXCSTOR 3.2.5.9', 'MS-OXCSTOR (store object protocol), section 3.2.5.9'],
    [
      'MS-OXCFXICS 2.2.2.6, 3.1.5.4.3',
      'MS-OXCFXICS (bulk data transfer protocol), section 2.2.2.6, 3.1.5.4.3',
    ],
    ['MS-OXCFXICS R2043-R2048', 'MS-OXCFXICS (bulk data transfer protocol), requirement R2043-R2048'],
    ['MS-OXOSFLD', 'MS-OXOSFLD (special folders protocol)'],
    ['Exchange Server 2003 Deployment Guide', 'Exchange Server 2003 Deployment Guide'],
    ['thelazyadmin.com, Feb 2006', 'thelazyadmin.com, Feb 2006'],
  ])('%s is %s', (tag, label) => {
    expect(sourceLabel(tag)).toBe(label);
  });

  it('keeps the number of a page beside its title', () => {
    expect(sourceLabel('aa996178')).toMatch(/^TechNet aa996178, "Running Migration Wizard in Clone Mode/);
  });

  it.each([
    ['KB919235', 'KB919235'],
    ['aa996178', 'TechNet aa996178'],
    ['EHLO 2004-08-25', 'Exchange blog'],
  ])('%s is %s in a column', (tag, label) => {
    expect(articleLabel(tag)).toBe(label);
  });
});
