import { definePluginWeb } from '@loctelli/core/web';

export default definePluginWeb({});
