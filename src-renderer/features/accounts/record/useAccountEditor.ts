import { useMemo, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { z } from 'zod';
import type { Account } from '../../../../src-shared/contract/accounts';
import { api } from '../../../api/call';
import { may } from '../../../app/permissions';
import { useSession } from '../../../app/session/session';
import { fullName } from '../../../components/people';
import { showToast } from '../../../components/toasts';
import { useVersionedForm, type VersionedForm } from '../../../components/versions/useVersionedForm';
import type { Grantable } from '../../staff/rights';
import { useConfirmLoss } from '../../staff/useConfirmLoss';
import { type AccountValues, accountSchema, fieldWords, valuesOf, withoutIdleRights } from '../form/account-form';
import type { AfterSaving } from '../form/save-choices';
import type { AccountTabsProps } from './AccountTabs';
import { changeOf } from './questions';

type ParsedValues = z.output<typeof accountSchema>;

interface AccountEditorOptions extends AccountTabsProps {
  readonly grantable: Grantable | undefined;
}

interface AccountEditorState {
  readonly versioned: VersionedForm<AccountValues, ParsedValues>;
  /** Where the form leads once it is saved. */
  readonly chosen: AfterSaving;
  readonly choose: (after: AfterSaving) => void;
}

/** The form on an account: what it asks before it is saved, and where it leads then. */
export function useAccountEditor(options: AccountEditorOptions): AccountEditorState {
  const { account, grantable, rights, news, ask, list } = options;
  const { id } = account;
  const navigate = useNavigate();
  const { state }: { state: unknown } = useLocation();
  const after = useRef<AfterSaving>('list');
  const [chosen, setChosen] = useState<AfterSaving>('list');
  const mayLose = useConfirmLoss(rights.isOwn, valuesOf(account), grantable?.groups ?? []);

  async function update(values: ParsedValues, version: number): Promise<Account> {
    const changed = { id, version, ...withoutIdleRights(values) };
    const question = rights.isOwn ? null : changeOf(account, changed, fullName(account));
    if (!question) return api.accounts.update(changed);
    return ask({ ...question, isFromForm: true, perform: (onBehalf) => api.accounts.update({ ...changed, onBehalf }) });
  }

  async function goOn(): Promise<void> {
    // Whoever has taken this screen from themselves is led to where they may still be.
    if (!may(useSession.getState().view, 'accounts.view')) await navigate('/', { replace: true });
    else if (after.current === 'list') await navigate(list);
    else if (after.current === 'another') await navigate('/users/new', { state });
  }

  const groups = account.groups;
  const versioned = useVersionedForm({
    draftKey: `users/${id}`,
    schema: accountSchema,
    record: account,
    valuesOf,
    fields: useMemo(() => fieldWords([...(grantable?.groups ?? []), ...groups]), [grantable, groups]),
    maySave: (values) => mayLose(withoutIdleRights(values)),
    update,
    readAgain: () => api.accounts.get({ id }),
    onSaved: (saved) => {
      showToast(`${fullName(saved)} is saved.`);
      news.dismiss();
      void goOn();
    },
    onUnchanged: () => {
      if (after.current === 'stay') showToast('Nothing was changed, so there is nothing to save.');
      void goOn();
    },
  });

  return {
    versioned,
    chosen,
    choose: (choice) => {
      after.current = choice;
      setChosen(choice);
    },
  };
}
