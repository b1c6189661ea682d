import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { labDigest } from '../store/digest.ts';
import { type OutlookWorld, outlookWorld, stampX500 } from '../testing/outlook-world.ts';
import { deliverMail, logOnUser } from './mail.ts';

let world: OutlookWorld;
beforeEach(() => {
  world = outlookWorld('2003', 'cached', 3);
});
afterEach(() => world.discard());

const input = { file: 'bare.mwlab', mailbox: 'anna' };
const mails = (mailbox: number) =>
  world.lab.all('SELECT 1 FROM message WHERE mailbox_id = ?', mailbox).length;

describe('mail and logons by hand', () => {
  it('reach the source until the person has a mailbox in the target, then that one', () => {
    expect(deliverMail(world.lab, input)).toEqual({ ok: true, value: { at: 'now', initialized: true } });
    expect([mails(world.source), mails(world.target)]).toEqual([4, 0]);
    stampX500(world);
    expect(deliverMail(world.lab, input)).toEqual({ ok: true, value: { at: 'now', initialized: true } });
    expect([mails(world.source), mails(world.target)]).toEqual([4, 1]);
    expect(world.lab.get('SELECT initialized_by AS by FROM mailbox WHERE id = ?', world.target)).toEqual({
      by: 'delivery',
    });
  });

  it('initialize an untouched target mailbox by a logon, but not by mail that a target address sends elsewhere', () => {
    stampX500(world);
    world.lab.run("UPDATE directory_object SET target_address = 'SMTP:anna@away.example' WHERE org_id = 2");
    expect(deliverMail(world.lab, input)).toEqual({ ok: true, value: { at: 'now', initialized: false } });
    expect(world.lab.all('SELECT event_id AS id, run_id AS run, evidence FROM event')).toEqual([
      { id: null, run: null, evidence: 'not documented' },
    ]);
    expect(logOnUser(world.lab, input)).toEqual({ ok: true, value: { at: 'now', initialized: true } });
  });

  it('can wait for the next run', () => {
    stampX500(world);
    expect(logOnUser(world.lab, { ...input, at: 'before-stage-2' })).toEqual({
      ok: true,
      value: { at: 'before-stage-2', initialized: false },
    });
    expect(world.lab.all('SELECT kind, source_mailbox AS box, done_in_run AS run FROM planned')).toEqual([
      { kind: 'logon', box: world.source, run: null },
    ]);
  });

  it('that wait tell of the target mailbox, which is not there yet, and not of the one in the source', () => {
    expect(deliverMail(world.lab, { ...input, at: 'before-stage-2' })).toEqual({
      ok: true,
      value: { at: 'before-stage-2', initialized: false },
    });
  });

  it('are refused for nobody and for a locked mailbox, with nothing changed', () => {
    world.lab.run('UPDATE mailbox SET in_transit = 1');
    const before = labDigest(world.lab);
    expect(deliverMail(world.lab, { ...input, mailbox: 'nobody' })).toMatchObject({
      failure: { code: 'unknown-alias' },
    });
    expect(logOnUser(world.lab, input)).toMatchObject({ failure: { code: 'mailbox-in-transit' } });
    expect(labDigest(world.lab)).toBe(before);
  });
});
