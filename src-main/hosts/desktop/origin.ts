/** The application's own scheme: its pages are neither files nor on the network. */
export const scheme = 'app';
const host = 'steward';

/** As Chromium writes the origin of a frame that shows our page. */
export const ownOrigin = `${scheme}://${host}`;
export const pageAddress = `${ownOrigin}/`;

export function isOwnUrl(value: string): boolean {
  const url = URL.parse(value);
  return url !== null && url.protocol === `${scheme}:` && url.host === host;
}
