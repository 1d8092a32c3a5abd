import { definePluginWeb } from '@loctelli/core/web';

export default definePluginWeb({
  pages: {
    list: () => import('./clients.page.tsx'),
    fields: () => import('./fields.page.tsx'),
    pipelines: () => import('./pipelines.page.tsx'),
    tasks: () => import('./tasks.page.tsx'),
    trash: () => import('./trash.page.tsx'),
    duplicates: () => import('./duplicates.page.tsx'),
    'bulk-run': () => import('./bulk-run.page.tsx'),
    erasures: () => import('./erasures.page.tsx'),
    client: () => import('./client.page.tsx'),
    import: () => import('./import.page.tsx'),
    'import-run': () => import('./import-run.page.tsx'),
  },
  widgets: {
    new: () => import('./new.widget.tsx'),
    deals: () => import('./deals.widget.tsx'),
    stuck: () => import('./stuck.widget.tsx'),
    pipeline: () => import('./pipeline.widget.tsx'),
    recent: () => import('./recent.widget.tsx'),
    tasks: () => import('./tasks.widget.tsx'),
  },
  search: () => import('./search.ts'),
  commands: [
    { id: 'duplicates', label: 'commands.duplicates', permission: 'clients.merge', href: '/clients/duplicates' },
    { id: 'trash', label: 'commands.trash', permission: 'clients.delete', href: '/clients/trash' },
    { id: 'create', label: 'commands.create', permission: 'clients.create', href: '/clients?create=1', shortcut: 'c' },
    { id: 'import', label: 'commands.import', permission: 'clients.import', href: '/clients/import' },
  ],
});
