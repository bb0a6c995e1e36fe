export const ownHint =
  'An authorized user is somebody you trust with this account: to be contacted about it, or to sign in and do what you allow.';
