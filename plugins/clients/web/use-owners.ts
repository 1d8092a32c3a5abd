'use client';
import { coreApi, useApiQuery, useCan, useMe, type Option } from '@loctelli/core/web';

/** Whom a client may be given to, as far as the user may see colleagues; themselves alone otherwise. */
export function useOwners(): Option[] {
  const me = useMe().user;
  const mayRead = useCan('users.read') !== null;
  const { data } = useApiQuery(['users', 'owners'], () => coreApi.users.getUsers({ isActive: true, limit: 100 } as never), {
    enabled: mayRead,
  });
  const people = data?.items ?? [me];
  return people.map(({ id, name, email }) => ({ value: String(id), label: name, hint: email }));
}
