import { Circle, CircleCheck, FilePen, FileX2, ListPlus, Merge, Paperclip, Plus, RotateCcw, Split, StickyNote, Trash2, UserCheck, Waypoints } from 'lucide-react';
import type { ReactNode } from 'react';

const icons: Record<string, ReactNode> = {
  'clients.created': <Plus />,
  'clients.updated': <FilePen />,
  'clients.stage-changed': <Waypoints />,
  'clients.owner-changed': <UserCheck />,
  'clients.deleted': <Trash2 />,
  'clients.restored': <RotateCcw />,
  'clients.note': <StickyNote />,
  'clients.task-created': <ListPlus />,
  'clients.task-done': <CircleCheck />,
  'clients.file-added': <Paperclip />,
  'clients.file-removed': <FileX2 />,
  'clients.merged': <Merge />,
  'clients.unmerged': <Split />,
};

/** The sign of an entry; other plugins' entries carry a plain one. */
export const entryIcon = (kind: string): ReactNode => icons[kind] ?? <Circle />;
