import type { LoginState } from '../../../src-shared/contract/authorized-users';

export const loginLabels: Readonly<Record<LoginState, string>> = {
  enabled: 'Enabled',
  'contact-only': 'Contact only',
  off: 'Switched off',
};
