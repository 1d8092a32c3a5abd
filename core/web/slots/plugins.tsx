'use client';
import { Component, createContext, Suspense, useContext, useEffect, useMemo, useState, type ComponentType, type ReactNode } from 'react';
import { useMe } from '../shell/session.tsx';
import { late, retryLateParts } from './late.tsx';
import type { InstalledPlugin, PluginWeb } from './plugin-web.ts';

const Failure = late(async () => ({ default: (await import('../ui/states.tsx')).ErrorState }));
/** Fetches what a failing part is drawn with, while the network is there. */
export const preloadFailure = Failure.preload;

const PluginsContext = createContext<readonly InstalledPlugin[]>([]);

/** The plugins this app was built with. */
export function PluginsProvider({ plugins, children }: { plugins: readonly InstalledPlugin[]; children: ReactNode }) {
  return <PluginsContext.Provider value={plugins}>{children}</PluginsContext.Provider>;
}

/** Plugins that are on for this tenant. */
export function usePlugins(): readonly InstalledPlugin[] {
  const all = useContext(PluginsContext);
  const { plugins } = useMe();
  return useMemo(() => all.filter(({ manifest }) => plugins.includes(manifest.id)), [all, plugins]);
}

type Part = 'pages' | 'publicPages' | 'widgets' | 'slots' | 'badges';
// eslint-disable-next-line @typescript-eslint/no-explicit-any
const made = new Map<string, ComponentType<any>>();

/** The component that a plugin names for one of its pages, widgets or slot entries, loaded when first drawn. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export function pluginComponent(plugin: InstalledPlugin, part: Part, id: string): ComponentType<any> {
  const key = `${plugin.manifest.id}/${part}/${id}`;
  const known = made.get(key);
  if (known) return known;
  const component = late(async () => {
    const web: PluginWeb | undefined = (await plugin.web?.())?.default;
    const load = web?.[part]?.[id];
    if (!load) throw new Error(`plugin "${plugin.manifest.id}" names no ${part} "${id}" in web/index.ts`);
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    return load() as Promise<{ default: ComponentType<any> }>;
  });
  made.set(key, component);
  return component;
}

interface BoundaryProps {
  children: ReactNode;
  compact?: boolean;
  /** For what may be missing without anybody being told. */
  silent?: boolean;
}

/** Keeps the failure of one part to that part. */
export class PartBoundary extends Component<BoundaryProps, { error: unknown }> {
  override state = { error: null as unknown };
  static getDerivedStateFromError(error: unknown) {
    return { error };
  }
  private readonly retry = () => {
    retryLateParts();
    this.setState({ error: null });
  };
  override render() {
    if (this.state.error === null) return this.props.children;
    if (this.props.silent) return null;
    return (
      <Suspense>
        <Failure compact={this.props.compact} error={this.state.error} onRetry={this.retry} />
      </Suspense>
    );
  }
}

export interface SlotEntry {
  id: string;
  pluginId: string;
  /** Translation key within the plugin's messages. */
  title: string;
  Component: ComponentType<Record<string, unknown>>;
}

/** What plugins contribute to a named place and the user may see, in order; for a host that draws its own tabs. */
export function useSlot(name: string): SlotEntry[] {
  const plugins = usePlugins();
  const { grants } = useMe();
  return useMemo(
    () =>
      plugins
        .flatMap((plugin) => (plugin.manifest.slots ?? []).filter((slot) => slot.slot === name && grants[slot.permission]).map((slot) => ({ plugin, slot })))
        .sort((a, b) => a.slot.order - b.slot.order || a.plugin.manifest.id.localeCompare(b.plugin.manifest.id))
        .map(({ plugin, slot }) => ({ id: slot.id, pluginId: plugin.manifest.id, title: slot.title, Component: pluginComponent(plugin, 'slots', slot.id) })),
    [plugins, grants, name],
  );
}

/** Draws every contribution to a slot, each on its own: one that fails leaves the others standing. */
export function Slot({ name, ...props }: { name: string } & Record<string, unknown>) {
  return useSlot(name).map(({ id, pluginId, Component: Entry }) => (
    <PartBoundary key={`${pluginId}.${id}`} compact>
      <Suspense fallback={<span aria-hidden className="shimmer block h-16 rounded-sm" />}>
        <Entry {...props} />
      </Suspense>
    </PartBoundary>
  ));
}

/** A plugin's page with its own loading and failure. */
export function PluginPage({ plugin, page, params, fallback }: { plugin: InstalledPlugin; page: string; params: Record<string, string>; fallback: ReactNode }) {
  const [Content] = useState(() => pluginComponent(plugin, 'pages', page));
  return (
    <PartBoundary>
      <Suspense fallback={fallback}>
        <Content params={params} />
      </Suspense>
    </PartBoundary>
  );
}

/** The count a plugin shows beside a line of the menu, if it has one. A failing one is left out: the line works without. */
export function PluginBadge({ plugin, page }: { plugin: InstalledPlugin; page: string }) {
  const [has, setHas] = useState(false);
  useEffect(() => {
    let current = true;
    void plugin.web?.().then(
      (web) => current && setHas(Boolean(web.default.badges?.[page])),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [plugin, page]);
  if (!has) return null;
  const Badge = pluginComponent(plugin, 'badges', page);
  return (
    <PartBoundary silent>
      <Suspense>
        <Badge />
      </Suspense>
    </PartBoundary>
  );
}
