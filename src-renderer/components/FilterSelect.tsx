import { MenuItem, Select } from '@mui/material';

interface FilterSelectProps<V extends string> {
  /** What is chosen by, such as "Status". */
  readonly label: string;
  /** Undefined when nothing is left out. */
  readonly value: V | undefined;
  readonly onChange: (value: V | undefined) => void;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  /** The choice that leaves nothing out, such as "Every status". */
  readonly allLabel: string;
}

/** One filter of a list, in its filter bar. */
export function FilterSelect<V extends string>({ label, value, onChange, options, allLabel }: FilterSelectProps<V>) {
  return (
    <Select
      size="small"
      displayEmpty
      value={value ?? ''}
      inputProps={{ 'aria-label': label }}
      onChange={(event) => onChange(options.find((option) => option.value === event.target.value)?.value)}
      sx={{ minWidth: 100, maxWidth: 'min(260px, 100%)' }}
    >
      <MenuItem value="">{allLabel}</MenuItem>
      {options.map((option) => (
        <MenuItem key={option.value} value={option.value}>
          {option.label}
        </MenuItem>
      ))}
    </Select>
  );
}
