import type { SvgIcon } from '@mui/material';
import type { RouteObject } from 'react-router';
import type { DelegatePermission } from '../../src-shared/delegate-permissions';

/** What stands in the sidebar of My account. */
export interface OwnSection {
  /** Below `/my-account`, such as `authorized-users/new`; empty for the first screen. */
  readonly path: string;
  readonly label: string;
  readonly icon: typeof SvgIcon;
  /** What whoever acts for the account needs; null where nothing is needed. */
  readonly permission: DelegatePermission | null;
  /** Something to do there, rather than a place to look at. */
  readonly isAct?: boolean;
  /** Each loaded when it is first shown. */
  readonly screens: RouteObject[];
}
