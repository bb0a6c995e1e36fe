import DarkIcon from '@mui/icons-material/DarkModeOutlined';
import LightIcon from '@mui/icons-material/LightModeOutlined';
import SystemIcon from '@mui/icons-material/SettingsBrightnessOutlined';

export const themeModes = [
  { mode: 'light', label: 'Light theme', icon: LightIcon },
  { mode: 'dark', label: 'Dark theme', icon: DarkIcon },
  { mode: 'system', label: 'Theme of the system', icon: SystemIcon },
] as const;
