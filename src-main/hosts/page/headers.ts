// Chromium knows these; there is no way to deny "everything", so they are named one by one.
const deniedFeatures = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'sync-xhr',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

const permissionsPolicy = [...deniedFeatures.map((feature) => `${feature}=()`), 'clipboard-write=(self)'].join(', ');

const everywhere = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/**
 * The page's content security policy: nothing but what comes from its own host.
 * The nonce is for the style elements that emotion and the Data Grid make. Style *attributes* need no
 * exception: React sets styles through the CSSOM, which the policy does not govern.
 */
function contentSecurityPolicy(styleNonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${styleNonce}'`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export function pageHeaders(styleNonce: string): Record<string, string> {
  return {
    ...everywhere,
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentSecurityPolicy(styleNonce),
    'permissions-policy': permissionsPolicy,
    'cache-control': 'no-store',
  };
}

/** For what is part of the page, and for answers that are none. */
export function plainHeaders(contentType: string, isImmutable: boolean): Record<string, string> {
  return {
    ...everywhere,
    'content-type': contentType,
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cache-control': isImmutable ? 'public, max-age=31536000, immutable' : 'no-store',
  };
}
