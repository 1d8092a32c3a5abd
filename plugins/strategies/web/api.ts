import type { Page } from '@loctelli/core';
import { defineApi } from '@loctelli/core/web';
import type * as contract from '../contract.ts';
import type { Enrolment, EnrolRun, OptOut, Simulation, Strategy, StrategySummary } from '../contract.ts';

type Side = contract.DiffQuery['from'];
const one = '/strategies/{strategyId}';
const enrolments = '/strategies/enrolments';
const suggestions = '/strategies/suggestions';

/** `api.strategies`: every route of the plugin. */
export const strategies = defineApi((http) => ({
  getStrategies: (query?: Partial<contract.StrategyQuery>) => http.get<Page<StrategySummary>>('/strategies', { query }),
  createStrategy: (body: contract.StrategyCreateInput) => http.post<Strategy>('/strategies', { body }),
  getStrategy: (strategyId: number) => http.get<Strategy>(one, { params: { strategyId } }),
  updateStrategy: (strategyId: number, body: contract.StrategyUpdateInput) => http.patch<Strategy>(one, { params: { strategyId }, body }),
  deleteStrategy: (strategyId: number) => http.delete<void>(one, { params: { strategyId } }),
  publish: (strategyId: number, body: { version: number; note?: string | null; moveLive?: boolean }) =>
    http.post<Strategy>(`${one}/publish`, { params: { strategyId }, body }),
  rollBack: (strategyId: number, body: contract.RollBack) => http.post<Strategy>(`${one}/roll-back`, { params: { strategyId }, body }),
  setState: (strategyId: number, body: contract.StrategyState) => http.post<Strategy>(`${one}/state`, { params: { strategyId }, body }),
  duplicate: (strategyId: number) => http.post<Strategy>(`${one}/duplicate`, { params: { strategyId } }),
  takeTemplate: (strategyId: number, body: { version: number }) => http.post<Strategy>(`${one}/take-template`, { params: { strategyId }, body }),
  getVersions: (strategyId: number) => http.get<{ items: contract.StrategyVersion[] }>(`${one}/versions`, { params: { strategyId } }),
  getVersion: (strategyId: number, number: number) => http.get<contract.StrategyVersionFull>(`${one}/versions/{number}`, { params: { strategyId, number } }),
  getDiff: (strategyId: number, query: { from: Side; to: Side }) => http.get<contract.StrategyDiff>(`${one}/diff`, { params: { strategyId }, query }),
  getResults: (strategyId: number, query?: contract.ResultsQuery) => http.get<contract.StrategyResults>(`${one}/results`, { params: { strategyId }, query }),
  getTemplates: () => http.get<{ items: contract.StrategyTemplate[] }>('/strategies/templates'),
  applyTemplate: (templateId: number) => http.post<Strategy>('/strategies/templates/{templateId}/use', { params: { templateId } }),
  getTriggers: () => http.get<{ items: { event: string; plugin: string }[] }>('/strategies/triggers'),

  getEnrolments: (query?: Partial<contract.EnrolmentQuery>) => http.get<Page<Enrolment>>(enrolments, { query }),
  getEnrolment: (enrolmentId: number) => http.get<contract.EnrolmentFull>(`${enrolments}/{enrolmentId}`, { params: { enrolmentId } }),
  enrol: (body: contract.Enrol) => http.post<Enrolment>(enrolments, { body }),
  act: (enrolmentId: number, body: contract.EnrolmentAct) => http.post<Enrolment>(`${enrolments}/{enrolmentId}/act`, { params: { enrolmentId }, body }),
  enrolMany: (body: contract.EnrolManyInput) => http.post<EnrolRun>(`${enrolments}/many`, { body }),
  getEnrolRun: (runId: number) => http.get<EnrolRun>(`${enrolments}/many/{runId}`, { params: { runId } }),
  undoEnrolRun: (runId: number) => http.post<EnrolRun>(`${enrolments}/many/{runId}/undo`, { params: { runId } }),

  simulate: (strategyId: number, body: contract.SimulateInput) => http.post<contract.SimulationResult>(`${one}/simulate`, { params: { strategyId }, body }),
  getSimulations: (strategyId: number) => http.get<{ items: Simulation[] }>(`${one}/simulations`, { params: { strategyId } }),
  createSimulation: (strategyId: number, body: { name: string; scenario: contract.ScenarioInput }) =>
    http.post<Simulation>(`${one}/simulations`, { params: { strategyId }, body }),
  runSimulations: (strategyId: number) => http.post<contract.SimulationRuns>(`${one}/simulations/run`, { params: { strategyId } }),
  updateSimulation: (simulationId: number, body: { version: number; name?: string; scenario?: contract.ScenarioInput }) =>
    http.patch<Simulation>('/strategies/simulations/{simulationId}', { params: { simulationId }, body }),
  deleteSimulation: (simulationId: number) => http.delete<void>('/strategies/simulations/{simulationId}', { params: { simulationId } }),

  getOptOuts: (query?: Partial<contract.OptOutQuery>) => http.get<Page<OptOut>>('/strategies/opt-outs', { query }),
  createOptOut: (body: { clientId: number }) => http.post<OptOut>('/strategies/opt-outs', { body }),
  deleteOptOut: (optOutId: number) => http.delete<void>('/strategies/opt-outs/{optOutId}', { params: { optOutId } }),
  getUnsubscribe: (token: string) => http.get<contract.UnsubscribeState>('/strategies/unsubscribe/{token}', { params: { token } }),
  setUnsubscribe: (token: string, body: { unsubscribed: boolean }) =>
    http.post<contract.UnsubscribeState>('/strategies/unsubscribe/{token}', { params: { token }, body }),

  getPlaybooks: (clientId: number) => http.get<contract.PlaybookChoices>('/strategies/playbooks', { query: { clientId } }),
  getPlaybook: (strategyId: number, clientId: number) => http.get<contract.Playbook>(`${one}/playbook`, { params: { strategyId }, query: { clientId } }),
  savePlaybook: (strategyId: number, body: contract.PlaybookWrite) => http.put<contract.Playbook>(`${one}/playbook`, { params: { strategyId }, body }),
  getSlots: (strategyId: number, clientId: number) => http.get<contract.OfferedSlots>(`${one}/slots`, { params: { strategyId }, query: { clientId } }),
  book: (strategyId: number, body: contract.SlotBooking) => http.post<contract.SlotBooked>(`${one}/book`, { params: { strategyId }, body }),

  getSuggestionState: () => http.get<contract.SuggestionState>(`${suggestions}/state`),
  testEndpoint: () => http.post<contract.EndpointTest>(`${suggestions}/test`),
  sendSuggestion: (suggestionId: number, body: contract.SuggestionSend) =>
    http.post<contract.SuggestionSent>(`${suggestions}/{suggestionId}/send`, { params: { suggestionId }, body }),
  dismissSuggestion: (suggestionId: number) => http.post<contract.Suggestion>(`${suggestions}/{suggestionId}/dismiss`, { params: { suggestionId } }),
}));
