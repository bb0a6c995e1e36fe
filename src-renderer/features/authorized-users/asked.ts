import { Declined } from '../../api/failures';
import { type Confirmation, confirm } from '../../components/confirm';

/** Goes on once the person has said yes. @throws Declined */
export async function asked({ title, text, action, isDangerous }: Confirmation): Promise<void> {
  if (!(await confirm({ title, text, action, isDangerous }))) throw new Declined();
}
