'use client';
import { useTranslations } from 'next-intl';
import { isProblem } from '../api-client/problem.ts';

/**
 * A function that says an error in the reader's language: code `clients.not-found` is the message `clients.errors.not-found`; a
 * code without one falls back to the server's own sentence, anything else to "something went wrong".
 */
export function useProblemText(): (error: unknown) => string {
  const t = useTranslations();
  return (error) => {
    if (!isProblem(error)) return t('core.errors.internal');
    const [plugin, ...rest] = error.code.split('.');
    const key = `${plugin}.errors.${rest.join('.')}`;
    if (t.has(key)) return t(key, error.document.params);
    return error.document.detail || t('core.errors.internal');
  };
}
