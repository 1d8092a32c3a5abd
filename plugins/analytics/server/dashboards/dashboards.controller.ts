import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id } from '@loctelli/core';
import { Answer, Can, NoAnswer } from '@loctelli/core/server';
import { dashboard, dashboardCreate, dashboardList, dashboardUpdate, startDashboard, type DashboardCreate, type DashboardUpdate } from '../../contract.ts';
import { DashboardsService } from './dashboards.service.ts';
import { StartDashboards } from './start-dashboard.ts';

@ApiTags('analytics')
@Controller('analytics/dashboards')
export class DashboardsController {
  constructor(
    private readonly dashboards: DashboardsService,
    private readonly start: StartDashboards,
  ) {}

  @Get()
  @Can('analytics.read')
  @Answer(dashboardList)
  async list() {
    return { items: await this.dashboards.list() };
  }

  /** What a tenant sees before anybody has made a dashboard. */
  @Get('start')
  @Can('analytics.read')
  @Answer(startDashboard)
  getStart() {
    return this.start.make();
  }

  @Get(':id')
  @Can('analytics.read')
  @Answer(dashboard)
  find(@Param('id', { schema: id }) dashboardId: number) {
    return this.dashboards.find(dashboardId);
  }

  @Post()
  @Can('analytics.read')
  @Answer(dashboard, 201)
  create(@Body({ schema: dashboardCreate }) input: DashboardCreate) {
    return this.dashboards.create(input);
  }

  @Patch(':id')
  @Can('analytics.read')
  @Answer(dashboard)
  update(@Param('id', { schema: id }) dashboardId: number, @Body({ schema: dashboardUpdate }) input: DashboardUpdate) {
    return this.dashboards.update(dashboardId, input);
  }

  @Delete(':id')
  @Can('analytics.read')
  @NoAnswer()
  remove(@Param('id', { schema: id }) dashboardId: number) {
    return this.dashboards.remove(dashboardId);
  }
}
