import { PSTNodeInputStream } from 'pst-extractor/dist/PSTNodeInputStream.class.js';

/** Where a stream stands, which the library keeps to itself. */
interface Standing {
  readonly currentLocation: { greaterThanOrEqual(other: object): boolean };
  readonly length: object;
}

/**
 * [Note: streams without an end] The library compares places in a stream as objects, which are never the same, and so a
 * stream that is shorter than it says gives nothing for ever to whoever waits for the rest. Here it says that it is over.
 */
export function endStreams(): void {
  const { prototype } = PSTNodeInputStream;
  const { readFromOffset } = prototype;
  prototype.readFromOffset = function (this: PSTNodeInputStream, output, offset, length) {
    const standing = this as unknown as Standing;
    if (standing.currentLocation.greaterThanOrEqual(standing.length)) return -1;
    const got = readFromOffset.call(this, output, offset, length);
    return got > 0 ? got : -1;
  };
}
