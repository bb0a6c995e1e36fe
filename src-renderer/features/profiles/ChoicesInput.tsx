import { useState } from 'react';
import { get, useController, useFormContext } from 'react-hook-form';
import { TextInput } from '../../components/form/TextInput';
import { choicesIn } from './choices';
import type { TypeValues } from './type-form';

/** What can be chosen in a field of the kind `choice`, one a line: a list from elsewhere can be pasted. */
export function ChoicesInput({ index }: { readonly index: number }) {
  const { control } = useFormContext<TypeValues>();
  const name = `fields.${index}.choices` as const;
  const { field, formState } = useController({ control, name });
  const [text, setText] = useState(field.value.join('\n'));
  // The form was filled anew, as after a save or when changes are discarded.
  const isOutdated = choicesIn(text).join('\n') !== field.value.join('\n');

  function type(typed: string): void {
    setText(typed);
    field.onChange(choicesIn(typed));
  }

  return (
    <TextInput
      label="Choices, one on each line"
      name={name}
      rows={4}
      value={isOutdated ? field.value.join('\n') : text}
      onChange={type}
      onBlur={field.onBlur}
      inputRef={field.ref}
      error={firstMessage(get(formState.errors, name))}
      help="Profiles keep what they have when a choice is renamed or taken away."
    />
  );
}

/** An error of the list, or of the first line that has one. */
function firstMessage(error: unknown): string | undefined {
  if (Array.isArray(error)) {
    const line = error.findIndex(Boolean);
    return line < 0 ? undefined : `Choice ${line + 1}: ${firstMessage(error[line])}`;
  }
  if (typeof error !== 'object' || error === null) return undefined;
  if ('message' in error && typeof error.message === 'string') return error.message;
  return 'root' in error ? firstMessage(error.root) : undefined;
}
