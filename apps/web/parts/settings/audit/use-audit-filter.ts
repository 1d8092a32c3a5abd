'use client';
import { useMemo } from 'react';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { addDays, momentOf, useFormats } from '@loctelli/core/web';

const names = ['actorId', 'action', 'subject', 'subjectId', 'from', 'to'] as const;
/** '' is no filter; `from` and `to` are days in the reader's zone. */
export type Filter = Record<(typeof names)[number], string>;

/** The filter as the address carries it, so that a record can link to its own entries. */
export function useAuditFilter() {
  const search = useSearchParams();
  const router = useRouter();
  const path = usePathname();
  const { zone } = useFormats();
  const text = search.toString();
  return useMemo(() => {
    const given = new URLSearchParams(text);
    const filter = Object.fromEntries(names.map((name) => [name, given.get(name) ?? ''])) as Filter;
    const midnight = (day: string) => momentOf(day, '00:00', zone).toISOString();
    return {
      filter,
      isFiltered: Object.values(filter).some(Boolean),
      /** As the server takes it. */
      query: {
        ...(filter.actorId && { actorId: Number(filter.actorId) }),
        ...(filter.action && { action: filter.action }),
        ...(filter.subject && { subject: filter.subject }),
        ...(filter.subjectId && { subjectId: filter.subjectId }),
        ...(filter.from && { from: midnight(filter.from) }),
        ...(filter.to && { until: midnight(addDays(filter.to, 1)) }),
      },
      change(next: Partial<Filter>) {
        const wanted = Object.entries({ ...filter, ...next }).filter(([, value]) => value !== '');
        router.replace(wanted.length > 0 ? `${path}?${new URLSearchParams(wanted)}` : path, { scroll: false });
      },
    };
  }, [text, zone, path, router]);
}
