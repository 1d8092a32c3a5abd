import { Module } from '@nestjs/common';
import { AgencyController } from './agency/agency.controller.ts';
import { AgencyService } from './agency/agency.service.ts';
import { DashboardsController } from './dashboards/dashboards.controller.ts';
import { DashboardsService } from './dashboards/dashboards.service.ts';
import { StartDashboards } from './dashboards/start-dashboard.ts';
import { GoalProgress } from './goals/goal-progress.ts';
import { GoalsController } from './goals/goals.controller.ts';
import { GoalsService } from './goals/goals.service.ts';
import { MetricCatalogue } from './measure/catalogue.ts';
import { DimensionValues } from './measure/dimension-values.ts';
import { Figures } from './measure/figures.ts';
import { Labels } from './measure/labels.ts';
import { MeasureController } from './measure/measure.controller.ts';
import { RowsService } from './measure/rows.service.ts';
import { TileAnswers } from './measure/tile-answers.ts';
import { TileExport } from './measure/tile-export.ts';
import { ReportSender } from './schedules/report-sender.ts';
import { Reports } from './schedules/report.ts';
import { SchedulesController } from './schedules/schedules.controller.ts';
import { SchedulesService } from './schedules/schedules.service.ts';
import { SharesController } from './shares/shares.controller.ts';
import { SharesService } from './shares/shares.service.ts';

const measure = [MetricCatalogue, Figures, Labels, TileAnswers, TileExport, RowsService, DimensionValues];
const reports = [Reports, ReportSender, SchedulesService];

@Module({
  controllers: [MeasureController, DashboardsController, GoalsController, SchedulesController, SharesController, AgencyController],
  providers: [...measure, ...reports, DashboardsService, StartDashboards, GoalProgress, GoalsService, SharesService, AgencyService],
})
export class AnalyticsModule {}
