import { z } from 'zod';

/**
 * The only addresses that the app hands to the system's browser, each by a name. A page asks by name, so that no text
 * that came from outside can become an address.
 */
export const EXTERNAL_LINKS = {
  /** The open specifications that identifiers and synchronization follow. */
  specifications:
    'https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxprotlp/30c90a39-9adf-472b-8b0b-03c282304a83',
  /** The licence of the bundled font. */
  'font-licence': 'https://openfontlicense.org/',
} as const;

export type ExternalLink = keyof typeof EXTERNAL_LINKS;
export const EXTERNAL_LINK_NAMES = Object.keys(EXTERNAL_LINKS) as [ExternalLink, ...ExternalLink[]];

export const externalLink = z.enum(EXTERNAL_LINK_NAMES);
