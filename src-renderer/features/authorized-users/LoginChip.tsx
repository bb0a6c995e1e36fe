import { Chip } from '@mui/material';
import type { LoginState } from '../../../src-shared/contract/authorized-users';
import { loginLabels } from './words';

export function LoginChip({ state }: { readonly state: LoginState }) {
  const label = state === 'enabled' ? `Login ${loginLabels[state].toLowerCase()}` : loginLabels[state];
  return <Chip label={label} variant="outlined" color={state === 'enabled' ? 'success' : 'default'} />;
}
