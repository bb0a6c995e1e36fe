import { Button, Typography } from '@mui/material';
import { useState } from 'react';
import type { OutputOf } from '../../../src-shared/contract';
import { errorMessages } from '../../../src-shared/errors';
import { useRead } from '../../api/use-read';
import { useSession } from '../../app/session/session';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { PlainScreen } from '../../components/PlainScreen';
import { ReadState } from '../../components/ReadState';
import { suggestSignInName } from '../session/sign-in-name';
import { RegistrationForm } from './RegistrationForm';

type Offer = OutputOf<'registration.offer'>;

interface Sent {
  readonly email: string;
  readonly isModerated: boolean;
}

/** Where somebody who has no account asks for one. It leads back to the sign-in. */
export function RegisterScreen({ onLeave }: { readonly onLeave: () => void }) {
  const officeName = useSession((state) => state.view?.officeName);
  const office = officeName ?? 'The office';
  const read = useRead('registration.offer', {});
  const [sent, setSent] = useState<Sent | null>(null);
  if (sent) return <SentScreen sent={sent} onLeave={onLeave} />;

  return (
    <PlainScreen
      title="Create an account"
      officeName={officeName}
      width={640}
      description={read.data?.isOpen && whatHappens(read.data, office)}
    >
      <ReadState read={read}>
        {(offer) =>
          offer.isOpen ? (
            <RegistrationForm
              offer={offer}
              onSent={(email) => setSent({ email, isModerated: offer.isModerated })}
              onLeave={onLeave}
            />
          ) : (
            <>
              <Typography sx={{ mb: 2.5 }}>{errorMessages.REGISTRATION_CLOSED}</Typography>
              <Button variant="contained" onClick={onLeave}>
                Back to sign-in
              </Button>
            </>
          )
        }
      </ReadState>
      <ConfirmDialog />
    </PlainScreen>
  );
}

function whatHappens({ isModerated }: Offer, office: string): string {
  return isModerated
    ? `A moderator of ${office} decides whether you are let in. You can sign in at once, and see there how it stands.`
    : 'You can sign in and use your account at once.';
}

interface SentScreenProps {
  readonly sent: Sent;
  readonly onLeave: () => void;
}

/** Says the same to everybody: whether an e-mail is in use here is nobody else's business. */
function SentScreen({ sent: { email, isModerated }, onLeave }: SentScreenProps) {
  const officeName = useSession((state) => state.view?.officeName);
  const office = officeName ?? 'the office';

  function goToSignIn(): void {
    suggestSignInName(email);
    onLeave();
  }

  return (
    <PlainScreen title="Sent" officeName={officeName} width={480}>
      <Typography sx={{ mb: 1.5, overflowWrap: 'anywhere' }}>
        {isModerated
          ? `If ${email} was not in use here, ${office} now has what you have sent. Sign in with it to see where it stands.`
          : `If ${email} was not in use here, your account is ready. Sign in with it.`}
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 2.5 }}>
        If you had an account with it already, nothing about that was changed: sign in with the password you have, or
        ask {office} for a new one.
      </Typography>
      <Button variant="contained" fullWidth onClick={goToSignIn}>
        Go to sign-in
      </Button>
    </PlainScreen>
  );
}
