import type { ReactNode } from 'react';
import { SettingsFrame } from '../../../parts/settings/settings-nav.tsx';

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return <SettingsFrame>{children}</SettingsFrame>;
}
