import { Globe, Mail, MessageCircle } from 'lucide-react';

const signs: Record<string, typeof Mail> = { web: Globe, email: Mail };

/** Where a conversation is held. */
export function ChannelIcon({ channel, className }: { channel: string; className?: string }) {
  const Sign = signs[channel] ?? MessageCircle;
  return <Sign aria-hidden className={className} />;
}
