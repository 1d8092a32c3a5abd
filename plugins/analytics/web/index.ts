import { definePluginWeb } from '@loctelli/core/web';

export default definePluginWeb({
  pages: {
    dashboards: () => import('./dashboards.page.tsx'),
    goals: () => import('./goals.page.tsx'),
    reports: () => import('./reports.page.tsx'),
    shares: () => import('./shares.page.tsx'),
    agency: () => import('./agency.page.tsx'),
  },
  publicPages: { shared: () => import('./shared.page.tsx') },
  widgets: { numbers: () => import('./numbers.widget.tsx'), goals: () => import('./goals.widget.tsx') },
  commands: [
    { id: 'new', label: 'commands.new', permission: 'analytics.read', href: '/analytics?create=1' },
    { id: 'goals', label: 'commands.goals', permission: 'analytics.read', href: '/analytics/goals' },
    { id: 'reports', label: 'commands.reports', permission: 'analytics.read', href: '/analytics/reports' },
    { id: 'links', label: 'commands.links', permission: 'analytics.share', href: '/analytics/links' },
    { id: 'agency', label: 'commands.agency', permission: 'analytics.agency', href: '/analytics/agency' },
  ],
});
