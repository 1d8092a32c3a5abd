import type { ReactNode } from 'react';
import { clsx } from 'clsx';

export interface FrameProps {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  compact?: boolean;
  page?: boolean;
  role?: string;
  className?: string;
}

/** Icon, sentence and action in the middle of an empty place. */
export function Frame({ icon, title, children, action, compact, page, role, className }: FrameProps) {
  const Title = page ? 'h1' : 'p';
  return (
    <div role={role} className={clsx('flex flex-col items-center justify-center text-center', compact ? 'gap-2 px-4 py-6' : 'gap-3 px-6 py-14', page && 'min-h-[70dvh]', className)}>
      {icon && (
        <span aria-hidden className="grid size-10 place-items-center rounded-full bg-sunken text-muted [&_svg]:size-5">
          {icon}
        </span>
      )}
      <div className="max-w-md">
        <Title className="font-semibold">{title}</Title>
        {children && <div className="mt-1 text-muted text-pretty">{children}</div>}
      </div>
      {action && <div className="mt-1 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}

export interface EmptyStateProps {
  icon?: ReactNode;
  /** Says what this place is for. */
  title: string;
  children?: ReactNode;
  /** One button that fills it. */
  action?: ReactNode;
  compact?: boolean;
  /** It is all there is on the page, so its title is the page's heading. */
  page?: boolean;
}

/** A list that has nothing yet. */
export const EmptyState = (props: EmptyStateProps) => <Frame {...props} />;
