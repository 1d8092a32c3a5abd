import { measureBoot } from './boot.ts';
import { measureContention } from './contention.ts';
import { measureCreate } from './create.ts';
import { measureDashboard } from './dashboard.ts';
import { measureGrowth } from './growth.ts';
import { measureList } from './list.ts';
import { measureLive } from './live.ts';
import { measurePlugins } from './plugins.ts';
import { writeResults } from './report.ts';
import { measureSearch } from './search.ts';
import { measureSlots } from './slots.ts';

const parts: Record<string, () => Promise<void>> = {
  list: measureList,
  growth: measureGrowth,
  plugins: measurePlugins,
  create: measureCreate,
  search: measureSearch,
  slots: measureSlots,
  contention: measureContention,
  live: measureLive,
  dashboard: measureDashboard,
  boot: measureBoot,
};

/** Measures everything, or the parts that are named. The results are written only when all were measured. */
export default async function main(names: string[]): Promise<void> {
  const chosen = Object.keys(parts).filter((name) => names.length === 0 || names.includes(name));
  for (const name of chosen) await parts[name]!();
  if (chosen.length === Object.keys(parts).length) writeResults();
}
