import { Box, Typography } from '@mui/material';
import type { Profile } from '../../../src-shared/contract/profiles';
import { NameValueList } from '../../components/NameValueList';
import { valueWords } from './value-words';

interface ProfileFactsProps {
  readonly profile: Profile;
}

/** A profile for reading: its values, and behind them those of fields that its type has no longer. */
export function ProfileFacts({ profile }: ProfileFactsProps) {
  const current = profile.values.filter(({ isFormer }) => !isFormer);
  const former = profile.values.filter(({ isFormer }) => isFormer);
  if (profile.values.length === 0) {
    return (
      <Typography variant="body2" color="textSecondary">
        Nothing is asked of this profile.
      </Typography>
    );
  }
  return (
    <>
      <Values values={current} />
      {former.length > 0 && (
        <Box sx={{ mt: current.length > 0 ? 2 : 0 }}>
          <Typography variant="subtitle2" component="h3" sx={{ mb: 0.5 }}>
            From fields that are no longer asked for
          </Typography>
          <Values values={former} />
        </Box>
      )}
    </>
  );
}

function Values({ values }: Pick<Profile, 'values'>) {
  const items = values.map(({ fieldId, label, kind, value }) => {
    const words = valueWords(value, kind);
    return {
      id: fieldId,
      name: label,
      value: words ? (
        <Box component="span" sx={{ whiteSpace: 'pre-line' }}>
          {words}
        </Box>
      ) : (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          Empty
        </Box>
      ),
    };
  });
  return <NameValueList items={items} />;
}
