import TickedIcon from '@mui/icons-material/CheckBox';
import UntickedIcon from '@mui/icons-material/CheckBoxOutlineBlank';
import ViewColumnIcon from '@mui/icons-material/ViewColumnOutlined';
import { Button, ListItemIcon, Menu, MenuItem } from '@mui/material';
import { useEffect, useId, useState } from 'react';
import { accountColumns } from './account-columns';
import { type ColumnField, fieldsShown, fixedField, withFieldToggled } from './column-choice';

interface ColumnMenuProps {
  /** The columns as the address names them. */
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/**
 * Which columns the list has. It stays open, for more than one may be wanted, and shows at once what was chosen, and not
 * only when the address has followed.
 */
export function ColumnMenu({ value, onChange }: ColumnMenuProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const menuId = useId();
  const [chosen, setChosen] = useState(value);
  useEffect(() => setChosen(value), [value]);
  const shown = fieldsShown(chosen);

  function toggle(field: ColumnField): void {
    const columns = withFieldToggled(chosen, field);
    setChosen(columns);
    onChange(columns);
  }

  return (
    <>
      <Button
        color="inherit"
        startIcon={<ViewColumnIcon aria-hidden />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={anchor ? menuId : undefined}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        Columns
      </Button>
      <Menu
        id={menuId}
        variant="menu"
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ list: { 'aria-label': 'Columns' } }}
      >
        {accountColumns.map(({ field, headerName }) => (
          <MenuItem
            key={field}
            role="menuitemcheckbox"
            aria-checked={shown.includes(field)}
            disabled={field === fixedField}
            onClick={() => toggle(field)}
          >
            <ListItemIcon>
              {shown.includes(field) ? (
                <TickedIcon fontSize="small" color="primary" aria-hidden />
              ) : (
                <UntickedIcon fontSize="small" aria-hidden />
              )}
            </ListItemIcon>
            {headerName}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
