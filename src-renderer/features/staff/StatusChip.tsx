import { Chip } from '@mui/material';

export function StatusChip({ isActive }: { readonly isActive: boolean }) {
  return isActive ? (
    <Chip label="Active" variant="outlined" color="success" />
  ) : (
    <Chip label="Deactivated" variant="outlined" />
  );
}
