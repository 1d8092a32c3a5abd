'use client';
import { useTranslations } from 'next-intl';
import { coreApi, useApiQuery, useCan, type Option } from '@loctelli/core/web';

/** Names of roles: the built-in ones in the reader's language, a tenant's own as it named them. */
export function useRoles(): { options: Option[]; nameOf: (key: string) => string } {
  const t = useTranslations('core.roles');
  const mayRead = useCan('roles.read');
  const roles = useApiQuery(['roles'], () => coreApi.roles.getRoles(), { enabled: Boolean(mayRead) });
  const items = roles.data?.items ?? [];
  const nameOf = (key: string) => (t.has(key) ? t(key) : (items.find((role) => role.key === key)?.name ?? key));
  const keys = items.length > 0 ? items.map((role) => role.key) : ['admin', 'manager', 'user'];
  return { options: keys.map((key) => ({ value: key, label: nameOf(key) })), nameOf };
}
