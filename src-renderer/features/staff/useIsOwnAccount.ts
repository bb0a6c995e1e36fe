import { useSession } from '../../app/session/session';

export function useIsOwnAccount({ id }: { readonly id: string }): boolean {
  return useSession((state) => state.view?.user?.id === id);
}
