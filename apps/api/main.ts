import { startApi } from '@loctelli/core/server';
import { plugins } from './generated/plugins.ts';

await startApi(plugins);
