'use client';
import { useRouter } from 'next/navigation';
import type { Locale } from '@loctelli/core';
import { coreApi } from '../api-client/core-api.ts';
import { useApiMutation } from '../data/mutation.ts';
import { forgetRecent } from './palette/recent.ts';

/** What a user changes about themselves from anywhere, and signing out. */
export function useAccount() {
  const router = useRouter();
  const update = useApiMutation(
    async (change: { locale?: Locale; zone?: string }) => {
      const { version } = await coreApi.auth.getProfile();
      return coreApi.auth.updateProfile({ version, ...change });
    },
    { onSuccess: () => router.refresh() },
  );
  const signOut = useApiMutation(() => coreApi.auth.logout(), {
    onSuccess: () => {
      forgetRecent();
      location.assign('/sign-in');
    },
  });
  return { update, signOut };
}
