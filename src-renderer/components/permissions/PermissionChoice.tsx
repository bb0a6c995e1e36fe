import type { ReactNode, Ref } from 'react';
import type { StaffPermission } from '../../../src-shared/permissions';
import { ExplainedCheckbox } from '../ExplainedCheckbox';
import { Fieldset } from '../Fieldset';
import { inCatalogueOrder, permissionGroups } from './catalogue';

interface PermissionChoiceProps {
  readonly chosen: readonly StaffPermission[];
  readonly onChange: (chosen: StaffPermission[]) => void;
  /** Those that whoever chooses may give; the others are shown, and why they cannot be given. */
  readonly grantable: readonly StaffPermission[];
  readonly noteOn?: (permission: StaffPermission) => ReactNode;
  readonly error?: string;
  /** Takes the focus when there is an error. */
  readonly focusRef?: Ref<HTMLElement>;
}

/** One box for each permission of the catalogue, grouped and explained as it is there. */
export function PermissionChoice({ chosen, onChange, grantable, noteOn, error, focusRef }: PermissionChoiceProps) {
  function toggle(permission: StaffPermission, isChosen: boolean): void {
    onChange(inCatalogueOrder(isChosen ? [...chosen, permission] : chosen.filter((other) => other !== permission)));
  }

  return permissionGroups.map(({ name, entries }, index) => (
    <Fieldset
      key={name}
      legend={`Permissions: ${name}`}
      error={index === 0 ? error : undefined}
      focusRef={index === 0 ? focusRef : undefined}
    >
      {entries.map(({ key, label, explanation }) => (
        <ExplainedCheckbox
          key={key}
          label={label}
          explanation={explanation}
          isChecked={chosen.includes(key)}
          onChange={(isChosen) => toggle(key, isChosen)}
          note={noteOn?.(key)}
          whyDisabled={grantable.includes(key) ? null : 'You cannot give this, because you do not have it yourself.'}
        />
      ))}
    </Fieldset>
  ));
}
