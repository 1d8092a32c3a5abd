'use client';
import { Fragment, type ReactElement, type ReactNode } from 'react';
import { Menu as BaseMenu } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import { cn } from './cn.ts';
import { itemClass, popupClass } from './popup.ts';

export interface MenuAction {
  id: string;
  label: ReactNode;
  icon?: ReactNode;
  onSelect?: () => void;
  /** Draws the entry as a link, such as `<Link href="…" />`. */
  render?: ReactElement;
  danger?: boolean;
  disabled?: boolean;
  /** Shows a tick: one of several choices is in force. */
  checked?: boolean;
}
export interface MenuGroup {
  label?: string;
  items: MenuAction[];
}

export interface MenuProps {
  trigger: ReactElement;
  /** Groups are parted by a line. */
  groups: MenuGroup[];
  header?: ReactNode;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'bottom';
}

/** Actions behind a button. */
export function Menu({ trigger, groups, header, align = 'end', side = 'bottom' }: MenuProps) {
  return (
    <BaseMenu.Root modal={false}>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner sideOffset={4} align={align} side={side} className="z-10 outline-none">
          <BaseMenu.Popup className={cn(popupClass, 'min-w-48 max-w-72 p-1')}>
            {header && <div className="px-2.5 py-2">{header}</div>}
            {groups
              .filter((group) => group.items.length > 0)
              .map((group, index) => (
                <Fragment key={group.label ?? index}>
                  {(index > 0 || header) && <BaseMenu.Separator className="mx-1 my-1 h-px bg-line" />}
                  <BaseMenu.Group>
                    {group.label && <BaseMenu.GroupLabel className="px-2.5 pt-1.5 pb-1 text-xs font-medium text-muted">{group.label}</BaseMenu.GroupLabel>}
                    {group.items.map((item) => (
                      <Entry key={item.id} item={item} />
                    ))}
                  </BaseMenu.Group>
                </Fragment>
              ))}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

function Entry({ item }: { item: MenuAction }) {
  const className = cn(itemClass, item.danger && 'text-danger-text');
  const content = (
    <>
      {item.icon}
      <span className="min-w-0 flex-1 truncate">{item.label}</span>
      {item.checked && <Check aria-hidden className="text-accent-text" />}
    </>
  );
  if (item.checked !== undefined)
    return (
      <BaseMenu.CheckboxItem checked={item.checked} onCheckedChange={() => item.onSelect?.()} disabled={item.disabled} closeOnClick className={className}>
        {content}
      </BaseMenu.CheckboxItem>
    );
  if (item.render)
    return (
      <BaseMenu.LinkItem render={item.render} closeOnClick className={className} onClick={item.onSelect}>
        {content}
      </BaseMenu.LinkItem>
    );
  return (
    <BaseMenu.Item onClick={item.onSelect} disabled={item.disabled} className={className}>
      {content}
    </BaseMenu.Item>
  );
}
