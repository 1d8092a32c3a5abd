'use client';
import { useState } from 'react';
import { coreApi } from '../../api-client/core-api.ts';
import { useApiQuery } from '../../data/query.tsx';
import { Avatar } from '../avatar.tsx';
import { Combobox } from '../combobox.tsx';
import type { Option } from '../select.tsx';

/** Active users of the tenant whose name or address contains the text, as options with their id as value. */
export function useUserOptions(search = '', enabled = true): { options: Option[]; loading: boolean } {
  const query = useApiQuery(['users', 'options', search], () => coreApi.users.getUsers({ search: search || undefined, isActive: true, limit: 50 }), { keep: true, enabled });
  const options = (query.data?.items ?? []).map((user) => ({ value: String(user.id), label: user.name, hint: user.email, icon: <Avatar name={user.name} size="sm" /> }));
  return { options, loading: query.isFetching };
}

export interface UserSelectProps {
  value: number | null | undefined | '';
  onChange: (userId: number | null) => void;
  /** The one chosen, where the list may not hold them: `{ id, name }`. */
  chosen?: { id: number; name: string } | null;
  placeholder?: string;
  clearable?: boolean;
  disabled?: boolean;
  'aria-label'?: string;
  className?: string;
}

/** A user of the tenant, found by typing a name. */
export function UserSelect({ value, onChange, chosen, ...props }: UserSelectProps) {
  const [search, setSearch] = useState('');
  const { options, loading } = useUserOptions(search);
  const known = chosen && !options.some((option) => option.value === String(chosen.id)) ? [{ value: String(chosen.id), label: chosen.name }, ...options] : options;
  return <Combobox {...props} options={known} value={value ? String(value) : null} onChange={(id) => onChange(id === null ? null : Number(id))} onSearch={setSearch} loading={loading} />;
}
