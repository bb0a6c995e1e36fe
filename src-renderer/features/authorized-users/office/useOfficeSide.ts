import type { InputOf, OutputOf } from '../../../../src-shared/contract';
import type { AuthorizedUser } from '../../../../src-shared/contract/authorized-users';
import type { OnBehalf } from '../../../../src-shared/contract/shapes';
import { api } from '../../../api/call';
import { useMay } from '../../../app/permissions';
import { useSession } from '../../../app/session/session';
import type { AskOnBehalf, Question } from '../../../components/on-behalf/useOnBehalf';
import { fullName } from '../../../components/people';
import { asked } from '../asked';
import type { Details } from '../form/details';
import { change, creation, deletion, linking, passwordReset } from '../questions';
import type { AuthorizedUserSide } from '../side';

export const officeListPath = '/authorized-users';

export type OfficeRow = OutputOf<'authorizedUsers.list'>['rows'][number];

export type Linkable = OutputOf<'authorizedUsers.linkable'>['rows'][number];

/** Whom somebody acts for, or would. */
export interface Holder {
  readonly id: string;
  readonly name: string;
}

export interface OfficeSide extends AuthorizedUserSide<OfficeRow> {
  readonly createFor: (holder: Holder, details: Details) => Promise<AuthorizedUser>;
  readonly link: (person: AuthorizedUser, to: Linkable) => Promise<AuthorizedUser>;
}

type Asked = Omit<Question<unknown>, 'perform'>;

/** The office, which says why it acts for somebody else, and nothing where the account is the person's own. */
export function useOfficeSide(ask: AskOnBehalf): OfficeSide {
  const mayManage = useMay('accounts.manage');
  const trashDays = useSession((state) => state.view?.trashDays ?? 0);
  const ownId = useSession((state) => state.view?.user?.id);

  async function actFor<T>(
    accountId: string,
    question: Asked,
    perform: (act: { readonly onBehalf?: OnBehalf }) => Promise<T>,
  ): Promise<T> {
    if (accountId !== ownId) return ask({ ...question, perform: (onBehalf) => perform({ onBehalf }) });
    if (question.isDangerous) await asked(question);
    return perform({});
  }

  return {
    mayManage,
    addressOf: (id) => `${officeListPath}/${id}`,
    read: (id) => api.authorizedUsers.get({ id }),
    createFor: (holder, details) =>
      actFor(holder.id, { ...creation(details, holder.name), isFromForm: true }, (act) =>
        api.authorizedUsers.create({ accountId: holder.id, ...details, ...act }),
      ),
    update: (before, details, version) =>
      actFor(before.account.id, { ...change(before, details), isFromForm: true }, (act) =>
        api.authorizedUsers.update({ id: before.id, version, ...details, ...act }),
      ),
    resetPassword: (person, newPassword) =>
      actFor(person.account.id, { ...passwordReset(fullName(person), newPassword === null), isFromForm: true }, (act) =>
        api.authorizedUsers.resetPassword({ ...chosen(person), newPassword, ...act }),
      ),
    remove: (person) =>
      actFor(person.account.id, deletion(person, trashDays), (act) =>
        api.authorizedUsers.delete({ ...chosen(person), ...act }),
      ),
    restore: (person) => api.authorizedUsers.restore(chosen(person)),
    // Asked for one's own account too: the login is somebody else's.
    link: (person, { kind, id, signInName }) =>
      ask({
        ...linking(fullName(person), signInName),
        isFromForm: true,
        perform: (onBehalf) => api.authorizedUsers.link({ ...chosen(person), to: { kind, id }, onBehalf }),
      }),
  };
}

function chosen({ id, version }: InputOf<'authorizedUsers.restore'>) {
  return { id, version };
}
