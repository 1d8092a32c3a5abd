'use client';
import type { ReactNode } from 'react';
import { Accordion as BaseAccordion } from '@base-ui/react/accordion';
import { Collapsible } from '@base-ui/react/collapsible';
import { ChevronDown, ChevronRight } from 'lucide-react';

export interface AccordionProps {
  items: { id: string; title: ReactNode; content: ReactNode }[];
  /** Ids that are open at first. */
  open?: string[];
  /** More than one may be open. */
  multiple?: boolean;
}

/** Titles that open what is below them. */
export function Accordion({ items, open, multiple }: AccordionProps) {
  return (
    <BaseAccordion.Root defaultValue={open} multiple={multiple} className="divide-y divide-line rounded-lg border bg-surface">
      {items.map((item) => (
        <BaseAccordion.Item key={item.id} value={item.id}>
          <BaseAccordion.Header render={<h2 />}>
            <BaseAccordion.Trigger className="group flex w-full items-center justify-between gap-3 px-4 py-3 text-start font-medium hover:bg-hover focus-visible:-outline-offset-2">
              {item.title}
              <ChevronDown aria-hidden className="size-4 shrink-0 text-muted transition-transform duration-150 group-data-panel-open:rotate-180" />
            </BaseAccordion.Trigger>
          </BaseAccordion.Header>
          <BaseAccordion.Panel className="px-4 pb-4 text-muted">{item.content}</BaseAccordion.Panel>
        </BaseAccordion.Item>
      ))}
    </BaseAccordion.Root>
  );
}

export interface DisclosureProps {
  title: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
}

/** One line that opens what is below it: rarely needed parts of a form. */
export function Disclosure({ title, open, onOpenChange, children }: DisclosureProps) {
  return (
    <Collapsible.Root open={open} onOpenChange={onOpenChange}>
      <Collapsible.Trigger className="group -mx-1 flex items-center gap-1.5 rounded-sm px-1 py-1 text-sm font-medium text-muted hover:text-fg">
        <ChevronRight aria-hidden className="size-4 transition-transform duration-150 group-data-panel-open:rotate-90 rtl:-scale-x-100" />
        {title}
      </Collapsible.Trigger>
      <Collapsible.Panel className="pt-2">{children}</Collapsible.Panel>
    </Collapsible.Root>
  );
}
