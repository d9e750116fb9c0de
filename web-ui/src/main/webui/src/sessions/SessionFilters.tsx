/* SPDX-License-Identifier: Apache-2.0 */
import { ActionIcon, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SessionFilter } from '../api/types';
import { FilterIcon, SearchIcon } from '../shell/icons';
import styles from './SessionFilters.module.css';

export const NO_FILTER: SessionFilter = { q: '', channel: '', agent: '', user: '' };

const FIELDS: ReadonlyArray<[keyof SessionFilter, string]> = [
  ['channel', 'Channel'],
  ['agent', 'Agent'],
  ['user', 'User'],
];

interface SessionFiltersProps {
  filter: SessionFilter;
  onChange: (filter: SessionFilter) => void;
}

export function SessionFilters({ filter, onChange }: SessionFiltersProps) {
  const inUse = FIELDS.some(([name]) => filter[name].trim() !== '');
  const [open, setOpen] = useState(inUse);
  const label = open ? 'Hide filters' : 'Show filters';
  return (
    <search className={styles.filters}>
      <TextInput
        aria-label="Search sessions"
        placeholder="Search sessions"
        size="sm"
        leftSection={<SearchIcon />}
        value={filter.q}
        onChange={(event) => onChange({ ...filter, q: event.currentTarget.value })}
      />
      <ActionIcon
        variant={inUse ? 'filled' : 'default'}
        size={36}
        aria-label={label}
        title={label}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <FilterIcon />
      </ActionIcon>
      {open && (
        <div className={styles.fields}>
          {FIELDS.map(([name, title]) => (
            <TextInput
              key={name}
              size="xs"
              label={title}
              value={filter[name]}
              onChange={(event) => onChange({ ...filter, [name]: event.currentTarget.value })}
            />
          ))}
        </div>
      )}
    </search>
  );
}
