import { z } from 'zod';

const longest = 2000;
/** A name with a dot in it: no address of this computer or of a machine in the office. */
const publicHost = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;

/**
 * The link as it may be handed to the operating system, or null for everything but
 * `https://` with a public host name and `mailto:` with one address and nothing else.
 */
export function externalLink(value: string): string | null {
  const url = value.length <= longest ? URL.parse(value) : null;
  if (!url) return null;
  const isAllowed = url.protocol === 'https:' ? isPlainWebAddress(url) : url.protocol === 'mailto:' && isPlainMail(url);
  return isAllowed ? url.href : null;
}

function isPlainWebAddress(url: URL): boolean {
  return url.username === '' && url.password === '' && url.port === '' && publicHost.test(url.hostname);
}

/** A subject, a body or an attachment would be written by whoever made the link. */
function isPlainMail(url: URL): boolean {
  return url.search === '' && url.hash === '' && z.email().safeParse(url.pathname).success;
}
