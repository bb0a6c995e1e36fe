import { useFormContext } from 'react-hook-form';
import type { ProfileType } from '../../../src-shared/contract/profiles';
import { FormText } from '../../components/form/FormText';
import { Panel } from '../../components/Panel';
import { ColorChoice } from './ColorChoice';
import { FieldList } from './FieldList';
import type { TypeValues } from './type-form';

interface ProfileTypeFieldsProps {
  readonly hasFocus?: boolean;
  /** The type as it was last read; none for a new one. */
  readonly type?: ProfileType;
}

export function ProfileTypeFields({ hasFocus = false, type }: ProfileTypeFieldsProps) {
  const { control } = useFormContext<TypeValues>();
  return (
    <>
      <Panel title="Profile type">
        <FormText
          control={control}
          name="name"
          label="Name"
          maxLength={60}
          autoFocus={hasFocus}
          help="The role an account plays, such as Seller or Buyer."
        />
        <ColorChoice />
      </Panel>
      <Panel
        title="Fields"
        description="What is asked of every profile of this type, in this order. Alt with an arrow key moves a field up or down. A new required field leaves old profiles as they are until they are next changed."
      >
        <FieldList type={type} />
      </Panel>
    </>
  );
}
