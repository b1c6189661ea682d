import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MESSAGE_COLUMNS } from '../../../shared/formats/migration-files/sections.ts';
import { type HandSet, handSet, mail, NAMELESS, oneUser, row } from '../testing/hand-set.ts';

let world: HandSet;
beforeEach(() => {
  world = handSet();
});
afterEach(() => world.discard());

const proved = (): void => expect(world.violations()).toEqual([]);

describe('lines that cannot be taken', () => {
  it.each([
    ['a stray quotation mark', 'Inbox,"Doe Jane at "PO.1",x,,,a,,,,,,', [27]],
    ['a quotation mark that never closes', 'Inbox,"Doe', [8095]],
    ['too few fields', 'Inbox,a,b', [8095]],
    ['a date that does not exist', 'Inbox,a,b,,,s,19990231000000,,,,,', [8095]],
    ['a priority that is no number', 'Inbox,a,b,,,s,,,high,,,', [8095]],
    ['a flag that is none', 'Inbox,a,b,,,s,,,,PERHAPS,,', [8095]],
    ['a pointer that is none', row('s', '#00000001.SEC(-1)'), [8095]],
    ['a pointer out of the folder', row('s', '#..\\DIRECTORY.PRI(0)'), [8095]],
    ['a pointer to a file that the list does not name', row('s', '#OTHER.SEC(50)'), [8005, 8054, 8094, 8095]],
    ['a pointer behind the end', row('s', '#00000001.SEC(999999)'), [8005, 8054, 8094, 8095]],
    ['a pointer into the middle', row('s', '#00000001.SEC(51)'), [8005, 8059, 8054, 8094, 8095]],
    [
      'an attachment without a name',
      row('s', `#00000001.SEC(${NAMELESS})`),
      [8048, 8005, 8059, 8054, 8094, 8095],
    ],
    ['folders without end', row('s', '', `"${'a\\'.repeat(200)}"`), [8095]],
    ['an endless line', row('s', 'x'.repeat(300_000)), [8095]],
  ])('%s: told, counted, kept for the recovery file, and the rest goes on', (_, bad, ids) => {
    const report = world.importSet(oneUser([row('before'), bad, row('after')]));
    expect(report).toMatchObject({ state: 'completed', exit: 1 });
    expect(report.mailboxes[0]).toMatchObject({ state: 'completed', copied: 2, skipped: 1 });
    expect(report.mailboxes[0]?.why.map(({ rule }) => rule)).toEqual(['import-line-refused']);
    expect(world.messages('VaneC').map(({ subject }) => subject)).toEqual(['before', 'after']);
    expect(world.events()).toEqual([...ids, 8002]);
    const [recovered = ''] = world.recovery();
    expect(recovered).toBe(
      `MAILMESSAGE,CCMAIL:Vane Cora at HARBOR\r\n${MESSAGE_COLUMNS.join(',')}\r\n${bad}\r\n`,
    );
    proved();
  });

  it('a length that lies is a lost message and never a crash', () => {
    for (const length of ['999999999999999', '-1', '1e9', '']) {
      const secondary = `Type,Length,Encoding,Islast,Name,Position,Format\r\nBody,${length},,TRUE,,,\r\nabc`;
      const report = world.importSet(oneUser([row('s', '#00000001.SEC(50)')], secondary));
      expect(report.mailboxes[0]).toMatchObject({ skipped: 1 });
      world.discard();
      world = handSet();
    }
  });

  it('a heading that is wrong skips its section: 8030, 8124 and 8002 (Q214822)', () => {
    const pab = `PAB,CCMAIL:Vane Cora at HARBOR\r\nObj-class,Display-Name\r\nentry,Dad\r\n\r\n`;
    const files = oneUser([row('after')]);
    const report = world.importSet({ ...files, '00000001.PRI': pab + files['00000001.PRI'] });
    expect(world.events()).toEqual([8030, 8124, 8002]);
    expect(report.mailboxes[0]).toMatchObject({ state: 'completed', copied: 1, skipped: 0 });
    expect(world.recovery()).toEqual([
      'PAB,CCMAIL:Vane Cora at HARBOR\r\nObj-class,Display-Name\r\nentry,Dad\r\n',
    ]);
    proved();
  });

  it('a section without mailbox or recipient: 8074, 8124 and 8002, with all of it in the recovery file (Q256199)', () => {
    const section = mail('Roe Rick', row('one'), row('two'));
    const report = world.importSet({ ...oneUser([row('mine')]), '00000002.PRI': section });
    expect(world.events()).toEqual([8074, 8124, 8002]);
    expect(report.exit).toBe(2);
    expect(report.mailboxes).toMatchObject([
      { state: 'completed', copied: 1 },
      { alias: 'CCMAIL:Roe Rick at HARBOR', state: 'failed', copied: 0, skipped: 2 },
    ]);
    expect(world.recovery()).toEqual([section]);
    expect(world.lab.get('SELECT text FROM event WHERE event_id = 8002')).toMatchObject({
      text: expect.stringContaining('C:\\TEMP\\00000001.PRI'),
    });
    proved();
  });

  it('a recovery file that was put right imports with a new packing list', () => {
    world.importSet(oneUser([row('before'), 'Inbox,a,b']));
    const [recovered = ''] = world.recovery();
    const again = world.importSet({ '00000009.PRI': recovered.replace('Inbox,a,b', row('mended')) });
    expect(again).toMatchObject({ state: 'completed', exit: 0 });
    expect(world.messages('VaneC').map(({ subject }) => subject)).toEqual(['before', 'mended']);
    proved();
  });

  it('thousands of sections, and errors without end, stay within bounds', () => {
    const sections = Array.from(
      { length: 3_000 },
      (_, at) => `MAILMESSAGE,CCMAIL:Nobody ${at} at HARBOR\r\nnonsense\r\nInbox,a\r\n`,
    );
    const report = world.importSet({ ...oneUser([row('mine')]), '00000002.PRI': sections.join('\r\n') });
    expect(report.mailboxes.filter(({ state }) => state === 'failed')).toHaveLength(3_000);
    expect(world.events().length).toBeLessThan(600);
    expect(world.recovery()[0]?.match(/Nobody/g)).toHaveLength(3_000);
    proved();
  });

  it.each([
    ['line ends', '\r\n'.repeat(200_000)],
    ['continuations', '\\\\\r\n'.repeat(100_000)],
    ['quotation marks', '"\r\n'.repeat(20_000)],
    ['zeros', '\u0000'.repeat(300_000)],
    ['section names', 'PAB\r\n'.repeat(20_000)],
  ])('a file of nothing but %s does not hold the import up, and the rest is imported', (_, text) => {
    const files = oneUser([row('mine'), row('lost', '#00000002.SEC(50)')]);
    const chain = `Type,Length,Encoding,Islast,Name,Position,Format\r\nBody,0,,FALSE,,,\r\n${text}`;
    const report = world.importSet({
      ...files,
      '00000002.PRI': text,
      '00000003.PRI': mail('Vane Cora', row('too')),
      '00000002.SEC': chain,
    });
    expect(report.mailboxes[0]).toMatchObject({ state: 'completed', copied: 2, skipped: 1 });
    proved();
  });
});
