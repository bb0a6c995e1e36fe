import { Alert, Box } from '@mui/material';
import { useWatch } from 'react-hook-form';
import { FormCheckbox } from '../../../components/form/FormCheckbox';
import { FormText } from '../../../components/form/FormText';
import { Panel } from '../../../components/Panel';
import { fullName } from '../../../components/people';
import { NewPasswordFields } from '../../passwords/NewPasswordFields';
import { areSamePermissions } from '../questions';
import { isLoginOfOffice, isSwitchedOn } from './details';
import type { FormPartProps } from './form-part';
import { PermissionBoxes } from './PermissionBoxes';

/** Whether the person can sign in, how, and what they may do then. */
export function LoginPanel(props: FormPartProps) {
  const { form, choices, person } = props;
  const { control } = form;
  const [isLoginEnabled, ticked] = useWatch({ control, name: ['isLoginEnabled', 'permissions'] });
  return (
    <Panel>
      <FormCheckbox
        control={control}
        name="isLoginEnabled"
        label="Enable Login"
        help="They can sign in to Steward and act for the account, within the permissions you tick."
      />
      {isLoginEnabled ? (
        <>
          <LoginFields {...props} />
          <PermissionBoxes {...props} />
          {person?.loginState === 'enabled' && !areSamePermissions(ticked, person) && (
            <Alert severity="info">
              When you save, {fullName(person)} is signed out, and signs in anew with the permissions as they are then.
            </Alert>
          )}
        </>
      ) : (
        <WithoutLogin {...props} ticked={labelsOf(ticked, choices)} />
      )}
    </Panel>
  );
}

function LoginFields({ form, person }: FormPartProps) {
  const { control } = form;
  const about = useWatch({ control, name: ['email', 'givenName', 'familyName', 'username'] });
  const isOfOffice = isLoginOfOffice(person);
  return (
    <Box sx={{ maxWidth: 480, mt: 1 }}>
      {isOfOffice ? (
        <Alert severity="info" sx={{ mb: 2 }}>
          They sign in by a login that they also use elsewhere, so its name and password are not changed here.
          {person?.login?.username && ` They sign in as ${person.login.username}.`}
        </Alert>
      ) : (
        <FormText
          control={control}
          name="username"
          label="Username"
          maxLength={60}
          inputProps={{ autoCapitalize: 'none' }}
          help="They sign in with it. Nobody else in the office may have the same."
        />
      )}
      {isSwitchedOn(person, { isLoginEnabled: true }) && (
        <NewPasswordFields form={form} name="password" label="Password" about={about} autoComplete="off" />
      )}
      <FormText
        control={control}
        name="recoveryEmail"
        label="Recovery e-mail"
        type="email"
        maxLength={254}
        isOptional
        help="Where to reach them when they cannot sign in."
      />
    </Box>
  );
}

interface WithoutLoginProps extends FormPartProps {
  readonly ticked: readonly string[];
}

/** What somebody is who cannot sign in, and what becomes of a login there was. */
function WithoutLogin({ person, ticked }: WithoutLoginProps) {
  if (person?.loginState === 'enabled') {
    return (
      <Alert severity="warning">
        When you save, {fullName(person)} is signed out at once and can only be contacted.{' '}
        {person.login?.isOfOffice
          ? 'Only the office can give this login back.'
          : 'The username stays reserved for them; switching the login on again takes a new password.'}
      </Alert>
    );
  }
  return (
    <Alert severity="info">
      Without a login, this person can only be contacted: they cannot sign in or see anything of the account.
      {person?.loginState === 'off' &&
        person.login?.username &&
        ` The username ${person.login.username} stays reserved for them.`}
      {ticked.length > 0 && ` What was ticked has no effect: ${ticked.join(', ')}.`}
    </Alert>
  );
}

function labelsOf(ticked: readonly string[], { permissions }: FormPartProps['choices']): string[] {
  return permissions.filter(({ permission }) => ticked.includes(permission)).map(({ label }) => label);
}
