import { useEffect } from 'react';
import { create } from 'zustand';

export interface Command {
  /** Unique among those that are registered, such as `staff.deactivate`. */
  readonly id: string;
  readonly label: string;
  /** The heading it stands under, such as "Staff". */
  readonly group: string;
  readonly run: () => void;
}

interface Commands {
  readonly registered: readonly (readonly Command[])[];
}

export const useRegisteredCommands = create<Commands>(() => ({ registered: [] }));

/** Offers commands in the palette while the screen that knows them is shown. Keep the array stable (`useMemo`). */
export function useCommands(commands: readonly Command[]): void {
  useEffect(() => {
    useRegisteredCommands.setState(({ registered }) => ({ registered: [...registered, commands] }));
    return () => {
      useRegisteredCommands.setState(({ registered }) => ({
        registered: registered.filter((others) => others !== commands),
      }));
    };
  }, [commands]);
}
