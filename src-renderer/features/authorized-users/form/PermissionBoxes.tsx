import { Box, Checkbox, FormControlLabel } from '@mui/material';
import { useState } from 'react';
import { useController } from 'react-hook-form';
import type { PermissionChoice } from '../../../../src-shared/contract/delegation';
import { ExplainedCheckbox } from '../../../components/ExplainedCheckbox';
import { Fieldset } from '../../../components/Fieldset';
import { permissionsOf } from './details';
import type { FormPartProps } from './form-part';
import {
  broughtBy,
  inOrderOf,
  isGiven,
  isGivenToNobodyNew,
  type Permission,
  type PermissionGroup,
  permissionGroups,
  stateOfGroup,
  withGroupTurned,
} from './ticks';

/** One box for each permission, in the office's groups, with a box for each group. */
export function PermissionBoxes({ form, choices, person }: FormPartProps) {
  const { field, fieldState } = useController({ control: form.control, name: 'permissions' });
  const ticked: readonly Permission[] = field.value;
  const had = permissionsOf(person);
  // A box stays where it is when the office archives its permission meanwhile: nobody could take its tick away.
  const [atFirst] = useState(() => [
    ...ticked,
    ...choices.permissions.filter(({ isArchived }) => !isArchived).map(({ permission }) => permission),
  ]);
  const groups = permissionGroups(choices.permissions, had, atFirst);

  function turnTo(permissions: readonly Permission[]): void {
    field.onChange(inOrderOf(choices.permissions, permissions));
  }

  return groups.map((group, index) => (
    <Fieldset
      key={group.name}
      legend={`Permissions: ${group.name}`}
      error={index === 0 ? fieldState.error?.message : undefined}
      focusRef={index === 0 ? field.ref : undefined}
    >
      {isTickedAsOne(group) && (
        <GroupBox
          group={group}
          ticked={ticked}
          onTurn={(isTicked) => turnTo(withGroupTurned(group, ticked, isTicked))}
        />
      )}
      <Box sx={{ ml: isTickedAsOne(group) ? 3.5 : 0 }}>
        {group.choices.map((choice) => {
          const { permission, label, explanation } = choice;
          const sources = broughtBy(permission, ticked);
          return (
            <ExplainedCheckbox
              key={permission}
              label={label}
              explanation={explanation}
              isChecked={isGiven(permission, ticked)}
              onChange={(isTicked) =>
                turnTo(isTicked ? [...ticked, permission] : ticked.filter((other) => other !== permission))
              }
              note={whatArchivedMeans(choice, had, ticked)}
              whyDisabled={whyFixed(choice, sources, had, ticked)}
            />
          );
        })}
      </Box>
    </Fieldset>
  ));
}

const archivedMeanwhile = 'Archived meanwhile: it cannot be given any more.';

function whatArchivedMeans(
  choice: PermissionChoice,
  had: readonly Permission[],
  ticked: readonly Permission[],
): string | false {
  if (isGivenToNobodyNew(choice, had)) return ticked.includes(choice.permission) && archivedMeanwhile;
  return choice.isArchived && 'Archived: once you take it away and save, it cannot be given again.';
}

function whyFixed(
  choice: PermissionChoice,
  sources: readonly string[],
  had: readonly Permission[],
  ticked: readonly Permission[],
): string | null {
  const { permission, mayGive } = choice;
  if (sources.length > 0) return `Comes with “${sources.join('”, “')}”.`;
  if (isGivenToNobodyNew(choice, had)) return ticked.includes(permission) ? null : archivedMeanwhile;
  return mayGive ? null : 'You cannot give this, because you do not have it yourself.';
}

/** Whether there is enough to be given in the group for a box of its own. */
function isTickedAsOne({ choices }: PermissionGroup): boolean {
  return choices.length > 1 && choices.some(({ mayGive }) => mayGive);
}

interface GroupBoxProps {
  readonly group: PermissionGroup;
  readonly ticked: readonly Permission[];
  readonly onTurn: (isTicked: boolean) => void;
}

/** Ticks all of a group at once, as far as it may be given. */
function GroupBox({ group, ticked, onTurn }: GroupBoxProps) {
  const state = stateOfGroup(group, ticked);
  return (
    <Box sx={{ mb: 0.5 }}>
      <FormControlLabel
        label="Tick all"
        control={
          <Checkbox
            checked={state === 'all'}
            indeterminate={state === 'some'}
            onChange={() => onTurn(state !== 'all')}
            slotProps={{ input: { 'aria-label': `Tick all: ${group.name}` } }}
            sx={{ py: 0.5 }}
          />
        }
      />
    </Box>
  );
}
