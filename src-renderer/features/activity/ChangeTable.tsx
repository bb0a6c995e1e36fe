import { Box } from '@mui/material';
import type { ActivityEntry, RecordedValue } from '../../../src-shared/contract/activity';
import { fieldLabel, valueWords } from './field-words';

interface ChangeTableProps {
  readonly changes: ActivityEntry['changes'];
}

/** The changed fields, before and after side by side. */
export function ChangeTable({ changes }: ChangeTableProps) {
  return (
    <Box
      component="table"
      sx={{
        width: '100%',
        maxWidth: 900,
        tableLayout: 'fixed',
        borderCollapse: 'collapse',
        typography: 'body2',
        textAlign: 'start',
        '& th, & td': { p: 0.75, textAlign: 'start', verticalAlign: 'top', overflowWrap: 'anywhere' },
        '& th': { fontWeight: 600 },
        '& th:first-of-type': { pl: 0 },
        '& thead th': { color: 'text.secondary' },
        '& tbody tr': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      <thead>
        <tr>
          <Box component="th" scope="col" sx={{ width: '28%' }}>
            Field
          </Box>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{fieldLabel(field)}</th>
            <ValueCell field={field} value={before} other={after} mark="removed" />
            <ValueCell field={field} value={after} other={before} mark="added" />
          </tr>
        ))}
      </tbody>
    </Box>
  );
}

interface ValueCellProps {
  readonly field: string;
  readonly value: RecordedValue;
  readonly other: RecordedValue;
  /** What is in this list and not in the other one was added or removed. */
  readonly mark: 'added' | 'removed';
}

function ValueCell({ field, value, other, mark }: ValueCellProps) {
  const words = valueWords(field, value);
  if (words.length === 0)
    return (
      <Box component="td" sx={{ color: 'text.secondary' }}>
        Empty
      </Box>
    );
  if (!Array.isArray(value))
    return (
      <Box component="td" sx={{ whiteSpace: 'pre-line' }}>
        {words.join()}
      </Box>
    );

  const otherWords = valueWords(field, other);
  return (
    <td>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {words.map((word) => (
          <li key={word}>
            {otherWords.includes(word) ? (
              word
            ) : (
              <Box component={mark === 'added' ? 'ins' : 'del'} sx={markStyle[mark]}>
                {word}
              </Box>
            )}
          </li>
        ))}
      </Box>
    </td>
  );
}

const markStyle = {
  added: { textDecoration: 'none', fontWeight: 600, color: 'success.main' },
  removed: { color: 'error.main' },
} as const;
