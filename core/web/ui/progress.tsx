'use client';
import { Progress as BaseProgress } from '@base-ui/react/progress';

export interface ProgressProps {
  label: string;
  /** 0 to 100; null while the end is not known. */
  value: number | null;
  /** In place of the percentage. */
  detail?: string;
}

export function Progress({ label, value, detail }: ProgressProps) {
  return (
    <BaseProgress.Root value={value} className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1.5">
      <BaseProgress.Label className="text-sm font-medium">{label}</BaseProgress.Label>
      <span className="text-sm text-muted tabular-nums">{detail ?? <BaseProgress.Value />}</span>
      <BaseProgress.Track className="col-span-2 h-1.5 overflow-hidden rounded-full bg-sunken">
        <BaseProgress.Indicator className="h-full rounded-full bg-accent transition-[width] duration-200 data-indeterminate:w-1/3 data-indeterminate:animate-pulse" />
      </BaseProgress.Track>
    </BaseProgress.Root>
  );
}
