'use client';
import { useMemo, type ComponentType } from 'react';
import { useTranslations } from 'next-intl';
import { useMe } from '../../../../../core/web/shell/session.tsx';
import { pluginComponent, usePlugins } from '../../../../../core/web/slots/plugins.tsx';
import type { Placed } from './arrange.ts';

export interface Widget extends Placed {
  title: string;
  description: string;
  plugin: string;
  /** One row of the grid, or two: known before anything is loaded, so that nothing moves when it is. */
  tall: boolean;
  Content: ComponentType;
}

/** Widgets of the plugins that are on and that the user may see. */
export function useWidgets(): Widget[] {
  const t = useTranslations();
  const plugins = usePlugins();
  const { grants } = useMe();
  return useMemo(() => {
    const text = (key: string, otherwise: string) => (t.has(key) ? t(key) : otherwise);
    return plugins.flatMap((plugin) => {
      const { id, name, description, widgets = [], menu } = plugin.manifest;
      return widgets
        .filter((widget) => grants[widget.permission])
        .map((widget) => ({
          id: `${id}.${widget.id}`,
          size: widget.size,
          title: text(`${id}.${widget.title}`, name),
          description: widget.description ? text(`${id}.${widget.description}`, description) : description,
          plugin: menu?.[0] ? text(`${id}.${menu[0].label}`, name) : name,
          tall: widget.size !== 'small' && widget.size !== 'wide',
          Content: pluginComponent(plugin, 'widgets', widget.id) as ComponentType,
        }));
    });
  }, [plugins, grants, t]);
}
