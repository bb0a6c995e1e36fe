import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import DownIcon from '@mui/icons-material/KeyboardArrowDown';
import UpIcon from '@mui/icons-material/KeyboardArrowUp';
import { Box, FormLabel } from '@mui/material';
import type { KeyboardEvent } from 'react';
import { useFormContext } from 'react-hook-form';
import { type ProfileFieldKind, profileFieldKinds } from '../../../src-shared/contract/profiles';
import { FormCheckbox } from '../../components/form/FormCheckbox';
import { FormSelect } from '../../components/form/FormSelect';
import { FormText } from '../../components/form/FormText';
import { RowButton } from '../../components/RowButton';
import { ChoicesInput } from './ChoicesInput';
import { kindLabels, type TypedField, type TypeValues } from './type-form';

export type FieldRowPart = 'up' | 'down' | 'remove' | 'label';

interface FieldRowProps {
  readonly typed: TypedField;
  readonly index: number;
  readonly count: number;
  readonly onMove: (by: -1 | 1, from: FieldRowPart) => void;
  readonly onRemove: () => void;
}

const wholeLineWhereNarrow = { gridColumn: { xs: '1 / -1', sm: 'auto' }, minWidth: 0 } as const;
/** Below the labels that stand above the inputs. */
const besideTheInputs = { pt: { sm: 2.75 } } as const;

const kinds = profileFieldKinds.map((kind) => ({ value: kind, label: kindLabels[kind] }));

export function FieldRow({ typed, index, count, onMove, onRemove }: FieldRowProps) {
  const { control } = useFormContext<TypeValues>();
  const { id, label, kind } = typed;
  const name = label.trim() || `field ${index + 1}`;

  function moveByKey(event: KeyboardEvent): void {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    const part = event.target instanceof Element ? event.target.closest('[data-part]') : null;
    onMove(event.key === 'ArrowUp' ? -1 : 1, partNamed(part?.getAttribute('data-part')));
  }

  return (
    <Box
      role="group"
      aria-label={`Field ${index + 1} of ${count}: ${name}`}
      data-field={index}
      onKeyDown={moveByKey}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5, pb: 0.5, mb: 1.5 }}
    >
      <Box
        sx={{
          display: 'grid',
          columnGap: 1.5,
          gridTemplateColumns: { xs: '1fr auto', sm: 'minmax(0, 1fr) 140px auto auto' },
          alignItems: 'start',
        }}
      >
        <Box sx={wholeLineWhereNarrow}>
          <FormText
            control={control}
            name={`fields.${index}.label`}
            label="Name of the field"
            maxLength={80}
            inputProps={{ 'data-part': 'label' }}
          />
        </Box>
        <Box sx={wholeLineWhereNarrow}>
          {id === null ? (
            <FormSelect control={control} name={`fields.${index}.kind`} label="Kind" options={kinds} />
          ) : (
            <KindThatStays kind={kind} />
          )}
        </Box>
        <Box sx={besideTheInputs}>
          <FormCheckbox control={control} name={`fields.${index}.isRequired`} label="Required" />
        </Box>
        <Box sx={{ display: 'flex', ...besideTheInputs }}>
          <RowButton
            part="up"
            label={`Move ${name} up`}
            icon={UpIcon}
            isOff={index === 0}
            onPress={() => onMove(-1, 'up')}
          />
          <RowButton
            part="down"
            label={`Move ${name} down`}
            icon={DownIcon}
            isOff={index === count - 1}
            onPress={() => onMove(1, 'down')}
          />
          <RowButton part="remove" label={`Remove ${name}`} icon={DeleteIcon} onPress={onRemove} />
        </Box>
      </Box>
      {kind === 'choice' && <ChoicesInput index={index} />}
    </Box>
  );
}

/** The kind of a field that profiles may have values for. */
function KindThatStays({ kind }: { readonly kind: ProfileFieldKind }) {
  return (
    <Box sx={{ mb: { xs: 1, sm: 0 } }}>
      <FormLabel component="div">Kind</FormLabel>
      <Box sx={{ typography: 'body1', py: { sm: 0.75 } }}>{kindLabels[kind]}</Box>
    </Box>
  );
}

function partNamed(name: string | null | undefined): FieldRowPart {
  return name === 'up' || name === 'down' || name === 'remove' ? name : 'label';
}
