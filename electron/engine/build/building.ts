import { draw } from '../../../shared/lab/draw.ts';
import { ensureReplid } from '../mailbox/replids.ts';
import type { RowId } from '../mailbox/row-id.ts';
import { type Namespaces, namespaces } from '../outlook/namespaces.ts';
import { internRepl } from '../store/intern.ts';
import type { Lab } from '../store/lab.ts';
import { smtpOf } from './accounts.ts';
import { type ContentPool, layContentPool } from './content-pool.ts';
import type { LabSpec } from './lab-spec.ts';
import { type Store, type World, layWorld } from './world.ts';

/** A lab under construction: what stands already and what everything else refers to. */
export interface Building {
  readonly spec: LabSpec;
  readonly world: World;
  readonly pool: ContentPool;
  readonly spaces: Namespaces;
  /** Ids of a server that was taken down before the lab begins; some old items still carry them. */
  readonly former: { readonly repl: number; next: number };
}

export function beginBuilding(lab: Lab, spec: LabSpec): Building {
  const world = layWorld(lab, spec);
  const former = draw(spec.seed, 'former-server');
  return {
    spec,
    world,
    pool: layContentPool(lab, spec.seed),
    spaces: namespaces(lab),
    former: { repl: internRepl(lab, former.bytes(16)), next: former.between(0x1000, 0x7fffff) },
  };
}

/** Makes a store know a REPLGUID it was sent an id of (MS-OXCSTOR 3.2.5.9). */
export function meet(lab: Lab, store: Store, repl: number): void {
  const known = ensureReplid(lab, store.mdbId, repl, 'foreign');
  if (!known.ok) throw new Error(known.failure.message);
}

/** The id of an item that was moved here from the server that is gone. */
export function formerId(building: Building, lab: Lab, store: Store): RowId {
  meet(lab, store, building.former.repl);
  building.former.next += 1;
  return { repl: building.former.repl, gc: building.former.next };
}

/** Another mailbox store of the source, whose users work in this one's mailboxes; null: there is only one. */
export function otherStore(building: Building, store: Store): Store | null {
  const { stores } = building.world.source;
  if (stores.length < 2) return null;
  return stores[(stores.indexOf(store) + 1) % stores.length] ?? null;
}

/** Addresses a mailbox gets its mail from: some colleagues, and some people outside. */
export function circleOf(building: Building, ordinal: number): string[] {
  const { seed, mailboxes } = building.spec;
  const colleagues = Array.from({ length: Math.min(6, mailboxes - 1) }, (_, index) => {
    const step = 1 + draw(seed, 'circle', String(ordinal), index).below(mailboxes - 1);
    return smtpOf(building.world.source, building.spec.alias((ordinal + step) % mailboxes));
  });
  return [...colleagues, 'orders@kestrelfreight.example', 'bulletin@weaversguild.example'];
}
