'use client';
import type { Team } from '@loctelli/core';
import { coreApi, useApiQuery, useCan, type Option } from '@loctelli/core/web';

/** The tenant's teams, as long as the reader may see people at all. */
export function useTeams(): { teams: Team[]; options: Option[]; nameOf: (id: number | null) => string | null } {
  const mayRead = useCan('users.read');
  const query = useApiQuery(['teams'], () => coreApi.teams.getTeams(), { enabled: Boolean(mayRead) });
  const teams = query.data?.items ?? [];
  return {
    teams,
    options: teams.map(({ id, name }) => ({ value: String(id), label: name })),
    nameOf: (id) => teams.find((team) => team.id === id)?.name ?? null,
  };
}
