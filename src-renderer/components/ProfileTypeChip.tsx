import { Box, Chip } from '@mui/material';
import { profileShade } from './profile-colors';

interface ProfileTypeChipProps {
  readonly name: string;
  /** One of the contract's `profileColors`. */
  readonly color: string;
}

/** The name of a profile type in its colour. */
export function ProfileTypeChip({ name, color }: ProfileTypeChipProps) {
  const shade = profileShade(color);
  return (
    <Chip
      label={name}
      icon={<Box component="span" sx={{ width: 8, height: 8, borderRadius: '50%', bgcolor: shade }} />}
      sx={{
        maxWidth: '100%',
        color: 'text.primary',
        bgcolor: `color-mix(in srgb, ${shade} 14%, transparent)`,
        '& .MuiChip-icon': { ml: 0.75, mr: -0.25, flex: 'none' },
      }}
    />
  );
}
