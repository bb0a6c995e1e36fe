import { Box, Checkbox, Typography } from '@mui/material';
import { useController, useFormContext } from 'react-hook-form';
import type { ModerationPolicies } from '../../../../src-shared/contract/moderation-settings';
import { ProfileTypeChip } from '../../../components/ProfileTypeChip';
import { type PolicyValues, ticksOf, typeTicks, withTick } from './policy-form';

/** What holds for the profiles of each type. */
export function TypePolicyTable({ types }: Pick<ModerationPolicies, 'types'>) {
  const { control } = useFormContext<PolicyValues>();
  const { field } = useController({ control, name: 'types' });
  if (types.length === 0) {
    return (
      <Typography variant="body2" color="textSecondary">
        There are no profile types in use, so nobody who registers is asked for one.
      </Typography>
    );
  }
  return (
    <Box
      component="table"
      aria-label="Profile types"
      sx={{
        width: '100%',
        tableLayout: 'fixed',
        borderCollapse: 'collapse',
        typography: 'body2',
        '& th, & td': { px: 0.5, py: 0.25, textAlign: 'center', verticalAlign: 'middle', overflowWrap: 'anywhere' },
        '& th:first-of-type': { textAlign: 'start', width: '34%', pl: 0 },
        '& thead th': { fontWeight: 600, color: 'text.secondary', pb: 0.5, verticalAlign: 'bottom' },
        '& tbody tr': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      <thead>
        <tr>
          <th scope="col">Type</th>
          {typeTicks.map(({ name, label }) => (
            <th key={name} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {types.map((type) => (
          <tr key={type.id}>
            <th scope="row">
              <ProfileTypeChip name={type.name} color={type.color} />
            </th>
            {typeTicks.map(({ name, label }) => (
              <td key={name}>
                <Checkbox
                  checked={ticksOf(type, field.value)[name]}
                  onChange={(event) =>
                    field.onChange(withTick(types, field.value, type.id, name, event.target.checked))
                  }
                  slotProps={{ input: { 'aria-label': `${type.name}: ${label.toLowerCase()}` } }}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Box>
  );
}
