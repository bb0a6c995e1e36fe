import { useEffect, useRef, useState } from 'react';
import { TextInput } from '../../../components/form/TextInput';

const pauseInTyping = 300;

interface DomainFilterProps {
  readonly domain: string;
  /** Told when typing pauses, and at the latest when the field is left or goes away. */
  readonly onChange: (domain: string) => void;
}

/** It keeps what is being typed, whatever the address says meanwhile. */
export function DomainFilter({ domain, onChange }: DomainFilterProps) {
  const [typed, setTyped] = useState(domain);
  const told = useRef(domain);

  function tell(): void {
    const wanted = typed.trim().replace(/^@/, '').toLowerCase();
    if (wanted === told.current) return;
    told.current = wanted;
    onChange(wanted);
  }

  const latest = useRef(tell);
  useEffect(() => {
    latest.current = tell;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is told once typing pauses.
  useEffect(() => {
    const timer = setTimeout(() => latest.current(), pauseInTyping);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => () => latest.current(), []);

  return (
    <TextInput
      label="Domain of the e-mail"
      isOptional
      autoFocus
      maxLength={254}
      help="Such as example.org"
      value={typed}
      onChange={setTyped}
      onBlur={tell}
    />
  );
}
