import { encodeGid } from '../../../shared/identity/gid.ts';
import { addToPcl, decodePcl, encodePcl, type Pcl } from '../../../shared/identity/pcl.ts';
import { serverXid } from '../../../shared/identity/xid.ts';
import { bytesEqual } from '../../../shared/identity/bytes.ts';
import { replGuid } from '../store/intern.ts';
import type { Lab } from '../store/lab.ts';
import type { RowId } from './row-id.ts';

/** The version columns of a folder or message row; change_key and pcl are NULL in the server-made form (see schema.ts). */
export interface VersionColumns {
  readonly cnRepl: number;
  readonly cnGc: number;
  readonly changeKey: Uint8Array | null;
  readonly pcl: Uint8Array | null;
}

/** Change number as 22 bytes. */
export function changeNumberOf(lab: Lab, row: VersionColumns): Uint8Array {
  return encodeGid({ replGuid: replGuid(lab, row.cnRepl), gc: row.cnGc });
}

/** PR_CHANGE_KEY: stored, or the GID of the change number. */
export function changeKeyOf(lab: Lab, row: VersionColumns): Uint8Array {
  return row.changeKey ?? changeNumberOf(lab, row);
}

/** PR_PREDECESSOR_CHANGE_LIST decoded: stored, or the change number alone. */
export function pclOf(lab: Lab, row: VersionColumns): Pcl {
  if (row.pcl === null) return [serverXid({ replGuid: replGuid(lab, row.cnRepl), gc: row.cnGc })];
  const pcl = decodePcl(row.pcl);
  if (!pcl.ok) throw new Error(pcl.failure.message);
  return pcl.value;
}

/** The `pcl` column after a change made at the server with this change number: NULL where the server's own form says it. */
export function pclAfterServerChange(lab: Lab, before: VersionColumns, cn: RowId): Uint8Array | null {
  if (before.pcl === null && before.cnRepl === cn.repl) return null;
  return storedPcl(
    lab,
    addToPcl(pclOf(lab, before), serverXid({ replGuid: replGuid(lab, cn.repl), gc: cn.gc })),
    cn,
  );
}

/** A list in the form the `pcl` column wants: NULL when it is just that change number. */
export function storedPcl(lab: Lab, pcl: Pcl, cn: RowId): Uint8Array | null {
  const encoded = encodePcl(pcl);
  return bytesEqual(encoded, encodePcl([serverXid({ replGuid: replGuid(lab, cn.repl), gc: cn.gc })]))
    ? null
    : encoded;
}

/** A change key in the form the `change_key` column wants: NULL when it is the GID of that change number. */
export function storedChangeKey(lab: Lab, changeKey: Uint8Array, cn: RowId): Uint8Array | null {
  return bytesEqual(changeKey, encodeGid({ replGuid: replGuid(lab, cn.repl), gc: cn.gc })) ? null : changeKey;
}
