import type { Locale, User } from '@loctelli/core';
import type { User as Row } from '../../../prisma/build/client/client.ts';

/** A user as others see them: named field by field, so that a new column is private until it is added here. */
export function userOf(row: Row): User {
  const { id, name, email, roleKey, isActive, company, phone, title, locale, zone, teamId, lastLoginAt, createdAt, version } = row;
  return {
    ...{ id, name, email, role: roleKey, isActive, company, phone, title, zone, teamId, version },
    locale: locale as Locale | null,
    lastLoginAt: lastLoginAt?.toISOString() ?? null,
    totpEnabled: row.totpEnabledAt !== null,
    createdAt: createdAt.toISOString(),
  };
}
