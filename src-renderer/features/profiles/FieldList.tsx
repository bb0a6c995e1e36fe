import AddIcon from '@mui/icons-material/Add';
import { Box, Button, Typography } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import type { ProfileType } from '../../../src-shared/contract/profiles';
import { visuallyHidden } from '../../components/visuallyHidden';
import { FieldRow, type FieldRowPart } from './FieldRow';
import { LeftOutFields } from './LeftOutFields';
import { emptyField, mostFields, type TypeValues, typedField } from './type-form';

/** The fields of a type, to be named, ordered, added and removed. */
export function FieldList({ type }: { readonly type?: ProfileType }) {
  const { control, getValues } = useFormContext<TypeValues>();
  const { fields, append, remove, move } = useFieldArray({ control, name: 'fields', keyName: 'key' });
  const typed = useWatch({ control, name: 'fields' });
  const list = useRef<HTMLDivElement>(null);
  const focusNext = useRef<string | null>(null);
  const [said, setSaid] = useState('');

  // A row that is moved loses the focus on its way, and one that is removed takes it along.
  useEffect(() => {
    const part = focusNext.current;
    if (part === null) return;
    focusNext.current = null;
    list.current?.querySelector<HTMLElement>(part)?.focus();
  });

  function moveField(index: number, by: -1 | 1, from: FieldRowPart): void {
    const to = index + by;
    if (to < 0 || to >= fields.length) return;
    focusNext.current = partOf(to, from);
    setSaid(`${nameOf(index)} is now field ${to + 1} of ${fields.length}.`);
    move(index, to);
  }

  function removeField(index: number): void {
    setSaid(`${nameOf(index)} is removed.`);
    const next = Math.min(index, fields.length - 2);
    focusNext.current = next < 0 ? '[data-part="add"]' : partOf(next, 'remove');
    remove(index);
  }

  function nameOf(index: number): string {
    return getValues(`fields.${index}.label`).trim() || `Field ${index + 1}`;
  }

  return (
    // Positioned, or what is only read out would stick out of the screen's own scrolling.
    <Box ref={list} sx={{ position: 'relative' }}>
      {fields.length === 0 && (
        <Typography variant="body2" color="textSecondary" sx={{ mb: 2 }}>
          Without fields, a profile of this type only says that the account plays this role.
        </Typography>
      )}
      {fields.map((field, index) => (
        <FieldRow
          key={field.key}
          // What is watched lags behind for a moment when rows come or go.
          typed={typed[index] ?? field}
          index={index}
          count={fields.length}
          onMove={(by, from) => moveField(index, by, from)}
          onRemove={() => removeField(index)}
        />
      ))}
      <Button
        variant="outlined"
        color="inherit"
        startIcon={<AddIcon />}
        data-part="add"
        disabled={fields.length >= mostFields}
        onClick={() => append(emptyField)}
      >
        Add field
      </Button>
      {type && (
        <LeftOutFields
          type={type}
          typed={typed}
          onPutBack={(field) => {
            setSaid(`${field.label} is back, as the last field.`);
            append(typedField(field));
          }}
        />
      )}
      <Box role="status" sx={visuallyHidden}>
        {said}
      </Box>
    </Box>
  );
}

function partOf(index: number, part: FieldRowPart): string {
  return `[data-field="${index}"] [data-part="${part}"]`;
}
