/** Characters that the name of a directory cannot have, on which the wizard fails at once (Q238850). */
const ILLEGAL = /[\\/:*?"<>|\p{Cc}]/u;

/** Q238850: a post office's name that no directory can have. */
export function isIllegalName(postOffice: string): boolean {
  return ILLEGAL.test(postOffice) || /[. ]$/.test(postOffice);
}

/** Q229314: a post office's name with a character that is neither letter nor digit. */
export function isPlainName(postOffice: string): boolean {
  return /^[A-Za-z0-9]+$/.test(postOffice);
}

const SHORT_NAME = /^[A-Za-z0-9$%'@~!(){}^#&_-]{1,8}(\.[A-Za-z0-9$%'@~!(){}^#&_-]{1,3})?$/;

/** The parts of a path that are no 8.3 names, which the 16-bit programs cannot follow (Q194869). */
export function longParts(path: string): string[] {
  return path
    .replaceAll('/', '\\')
    .replace(/^[A-Za-z]:/, '')
    .split('\\')
    .filter((part) => part !== '' && !SHORT_NAME.test(part));
}
