import { useEffect, useState } from 'react';
import { TextInput } from '../../../components/form/TextInput';
import type { Day } from './days';

interface DayFilterProps {
  readonly label: string;
  readonly day: Day | undefined;
  readonly onChange: (day: Day | undefined) => void;
}

/** A day that is typed or chosen. It keeps what is being typed, whatever the address says meanwhile. */
export function DayFilter({ label, day = '', onChange }: DayFilterProps) {
  const [typed, setTyped] = useState(day);
  useEffect(() => setTyped(day), [day]);
  return (
    <TextInput
      type="date"
      label={label}
      isOptional
      value={typed}
      onChange={(value) => {
        setTyped(value);
        onChange(value || undefined);
      }}
    />
  );
}
