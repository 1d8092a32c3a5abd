/**
 * What pages, widgets and slots are made of. A plugin imports nothing of the web but this.
 */
export * from './ui/avatar.tsx';
export * from './ui/badge.tsx';
export { Board, BoardSkeleton } from './ui/board/board.tsx';
export type { BoardColumn, BoardMove, BoardProps } from './ui/board/types.ts';
export * from './ui/button.tsx';
export { buttonClass } from './ui/button-class.ts';
export * from './ui/checkbox.tsx';
export { cn } from './ui/cn.ts';
export * from './ui/combobox.tsx';
export { ColumnMenu, type ColumnMenuProps } from './ui/data-table/column-menu.tsx';
export { noColumnState } from './ui/data-table/column-state.ts';
export { DataTable } from './ui/data-table/data-table.tsx';
export type { Column, ColumnState, DataTableProps, EditorSpec, Sort } from './ui/data-table/types.ts';
export { EmptyState, type EmptyStateProps } from './ui/empty-state.tsx';
export { Calendar, type CalendarProps, type DayRange } from './ui/date/calendar.tsx';
export * from './ui/date/date-picker.tsx';
export { DateRangePicker, type DateRangePickerProps } from './ui/date/date-range-picker.tsx';
export * from './ui/date/date-time-picker.tsx';
export { addDays, momentOf, todayIn } from './ui/date/days.ts';
export * from './ui/date/time-picker.tsx';
export * from './ui/dialog.tsx';
export * from './ui/fields/check-list.tsx';
export * from './ui/fields/multi-select.tsx';
export * from './ui/fields/number-input.tsx';
export * from './ui/fields/user-select.tsx';
export * from './ui/field.tsx';
export * from './ui/file-drop.tsx';
export { conditionsFromText, conditionsToText, type FilterCondition, type FilterField, type FilterOperator } from './ui/filter-bar/conditions.ts';
export * from './ui/filter-bar/filter-bar.tsx';
export * from './ui/form.tsx';
export * from './ui/icon.tsx';
export * from './ui/input.tsx';
export * from './ui/menu.tsx';
export * from './ui/page-header.tsx';
export * from './ui/pagination.tsx';
export * from './ui/password-input.tsx';
export * from './ui/popover.tsx';
export * from './ui/progress.tsx';
export * from './ui/search-input.tsx';
export { sameQuery, type ViewQuery } from './ui/saved-views/same-query.ts';
export * from './ui/saved-views/saved-views.tsx';
export * from './ui/segmented.tsx';
export * from './ui/select.tsx';
export * from './ui/skeleton.tsx';
export * from './ui/spinner.tsx';
export * from './ui/states.tsx';
export * from './ui/tabs.tsx';
export * from './ui/tag-input.tsx';
export * from './ui/timeline.tsx';
export { toast } from './ui/toast.tsx';

export * from './data/query.tsx';
export * from './data/pages.ts';
export * from './data/list-state.tsx';
export * from './data/live.tsx';

export * from './api-client/problem.ts';
export * from './api-client/http.ts';
export { http, onSessionEnd } from './api-client/session.ts';
export * from './api-client/define-api.ts';
export * from './api-client/core-api.ts';
export * from './api-client/create-api.ts';
export type { OpenApi } from './api-client/paths.ts';

export * from './i18n/formats.ts';
export * from './i18n/locales.ts';
export { useIssueText } from './i18n/issue-text.ts';
export { useProblemText } from './i18n/problem-text.ts';

export * from './slots/plugin-web.ts';
export * from './slots/plugins.tsx';
export { matchPage } from './slots/match-path.ts';

export { SessionProvider, useCan, useMe } from './shell/session.tsx';
export { useShortcut, useShortcuts } from './shell/shortcuts/use-shortcut.ts';
export type { Shortcut, ShortcutScope } from './shell/shortcuts/registry.ts';
export { Keys } from './shell/shortcuts/keys.tsx';
export * from './theme/theme-script.ts';
export { useTheme } from './theme/use-theme.ts';
