'use client';
import type { ReactNode } from 'react';
import { Tabs as BaseTabs } from '@base-ui/react/tabs';

export interface Tab {
  id: string;
  label: ReactNode;
  count?: number;
  content: ReactNode;
}

export interface TabsProps {
  tabs: Tab[];
  value?: string;
  onChange?: (id: string) => void;
  label: string;
}

export function Tabs({ tabs, value, onChange, label }: TabsProps) {
  return (
    <BaseTabs.Root {...(value === undefined ? { defaultValue: tabs[0]?.id } : { value })} onValueChange={(id) => onChange?.(String(id))}>
      <BaseTabs.List aria-label={label} className="relative flex gap-5 overflow-x-auto border-b">
        {tabs.map((tab) => (
          <BaseTabs.Tab
            key={tab.id}
            value={tab.id}
            className="flex h-10 shrink-0 items-center gap-2 border-b-2 border-transparent px-0.5 font-medium text-muted transition-colors duration-150 hover:text-fg data-active:border-accent data-active:text-fg focus-visible:-outline-offset-2"
          >
            {tab.label}
            {tab.count !== undefined && <span className="text-sm font-normal text-subtle tabular-nums">{tab.count}</span>}
          </BaseTabs.Tab>
        ))}
      </BaseTabs.List>
      {tabs.map((tab) => (
        <BaseTabs.Panel key={tab.id} value={tab.id} className="pt-5">
          {tab.content}
        </BaseTabs.Panel>
      ))}
    </BaseTabs.Root>
  );
}
