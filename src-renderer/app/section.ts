import type { SvgIcon } from '@mui/material';
import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import type { StaffPermission } from '../../src-shared/permissions';

/** A place the command palette or the start page can lead to. */
export interface SectionCommand {
  /** A verb and its object, such as "Add staff". */
  readonly label: string;
  /** Such as `staff/new`. */
  readonly path: string;
  readonly permission: StaffPermission;
}

/** What a feature shows in the sidebar. Each feature exports one, as `section`, from its `section.ts`. */
export interface Section {
  /** The first part of the address, such as `staff`; its screens live below it. */
  readonly path: string;
  readonly label: string;
  /** What it stands under in the sidebar, together with its neighbours of the same heading. */
  readonly heading: string;
  /** What one does there, for the start page. */
  readonly explanation: string;
  readonly icon: typeof SvgIcon;
  /** Beside the label in the sidebar: how much there is to do, say. */
  readonly Mark?: ComponentType;
  /** Whoever has one of these sees the section. */
  readonly permissions: readonly StaffPermission[];
  /** Below `path`, each loaded when it is first shown: `{ index: true, lazy: async () => ({ Component: … }) }`. */
  readonly screens: RouteObject[];
  readonly commands?: readonly SectionCommand[];
  /** Where what is typed into the command palette can be searched for. */
  readonly search?: { readonly label: (typed: string) => string; readonly path: (typed: string) => string };
}
