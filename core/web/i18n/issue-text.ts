'use client';
import { useTranslations } from 'next-intl';

/** What zod and other validators offer in common (standardschema.dev). */
export interface StandardSchema {
  readonly '~standard': {
    readonly validate: (value: unknown) => Result | Promise<Result>;
  };
}
interface Result {
  readonly value?: unknown;
  readonly issues?: readonly Issue[];
}
export interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[];
  /** zod's code, such as `too_small`; servers send it too. */
  readonly code?: string;
  readonly format?: string;
  readonly origin?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly input?: unknown;
}

/** A function that says in the reader's language what is wrong with a field. */
export function useIssueText(): (issue: Omit<Issue, 'path'>) => string {
  const t = useTranslations('core.validation');
  const all = useTranslations();
  return (issue) => {
    if (issue.code === 'invalid_type' && /undefined|null/.test(issue.message)) return t('required');
    if (issue.code === 'too_small' && issue.origin === 'string') return Number(issue.minimum) <= 1 ? t('required') : t('tooShort', { count: Number(issue.minimum) });
    if (issue.code === 'too_big' && issue.origin === 'string') return t('tooLong', { count: Number(issue.maximum) });
    if (issue.code === 'too_small' && issue.minimum !== undefined) return t('atLeast', { value: Number(issue.minimum) });
    if (issue.code === 'too_big' && issue.maximum !== undefined) return t('atMost', { value: Number(issue.maximum) });
    if (issue.code === 'invalid_format' && issue.format && t.has(`format.${issue.format}`)) return t(`format.${issue.format}`);
    if (issue.code === 'invalid_value') return t('choose');
    // A server may answer with a code of its catalogue: `clients.phone-taken`.
    const [plugin, ...rest] = (issue.code ?? '').split('.');
    if (rest.length && all.has(`${plugin}.errors.${rest.join('.')}`)) return all(`${plugin}.errors.${rest.join('.')}`);
    return issue.message || t('invalid');
  };
}
