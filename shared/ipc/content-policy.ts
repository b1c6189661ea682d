/** Where the app's own pages live; nothing else is ever loaded or trusted. */
export const APP_SCHEME = 'app';
export const APP_ORIGIN = 'app://bundle';

/**
 * react-aria injects one style element (touch handling of pressable things); allowed by the hash of its text, which a
 * test compares with the installed version.
 */
export const PRESSABLE_STYLE_HASH = 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o=';

const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' '${PRESSABLE_STYLE_HASH}'`,
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** The policy as a page's own meta element states it (where `frame-ancestors` has no meaning). */
export const META_POLICY = DIRECTIVES.join('; ');
/** The policy as the response header states it. */
export const HEADER_POLICY = [...DIRECTIVES, "frame-ancestors 'none'"].join('; ');
