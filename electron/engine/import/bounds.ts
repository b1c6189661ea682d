/*
 * How much of a mail is taken in. Real mail stays far below; whoever made a mail that does not, means no good.
 */

/** Parts of MIME within one another. */
export const DEEPEST_PARTS = 64;
/** Lines that may begin a part of one message. */
export const MOST_PARTS = 20_000;
/** Files attached to one message. */
export const MOST_ATTACHMENTS = 1_000;
/** Characters of a message's text, and of its HTML. */
export const LONGEST_TEXT = 32 * 1024 * 1024;
