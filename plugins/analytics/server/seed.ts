import type { PluginServices } from '@loctelli/core/server';
import { Database } from '@loctelli/core/server';
import { rangeChoice } from '../contract.ts';
import { StartDashboards } from './dashboards/start-dashboard.ts';
import { isAdditive, MetricCatalogue } from './measure/catalogue.ts';

/** A dashboard for everybody and two goals, of whatever numbers there are. */
export async function seed(services: PluginServices): Promise<void> {
  const db = services.get(Database);
  const owner = await db.user.findFirst({ where: { roleKey: 'admin' }, orderBy: { id: 'asc' }, select: { id: true } });
  if (!owner) return;
  const { tiles } = await services.get(StartDashboards).make();
  const range = rangeChoice.parse({ preset: 'last90', compare: 'previous' });
  await db.analyticsDashboard.create({ data: { name: 'Sales', visibility: 'tenant', ownerId: owner.id, range, tiles: tiles as never } });
  const metrics = [...(await services.get(MetricCatalogue).visible()).values()];
  const first = metrics.filter((metric) => isAdditive(metric) && metric.unit === 'count').slice(0, 2);
  const targets = [40, 10];
  for (const [index, { name }] of first.entries()) await db.analyticsGoal.create({ data: { name: ['New this month', 'Won this month'][index]!, metric: name, target: targets[index]!, period: 'month', ownerId: owner.id } });
}
