import { defineErrors } from '@loctelli/core';

export const analyticsErrors = defineErrors('analytics', {
  dashboardNotFound: { status: 404, detail: 'This dashboard does not exist, or you may not see it.' },
  notYours: { status: 403, detail: 'Only its owner, and who manages analytics, may change this.' },
  roleNeeded: { status: 422, detail: 'Say whose role the dashboard is for.' },
  metricNotFound: { status: 422, detail: 'There is no such number, or you may not see it.' },
  dimensionNotFound: { status: 422, detail: 'This number cannot be split or filtered like that.' },
  goalNotFound: { status: 404, detail: 'There is no such goal, or you may not see its number.' },
  scheduleNotFound: { status: 404, detail: 'There is no such schedule, or you may not see it.' },
  unknownRecipient: { status: 422, detail: 'Nobody active here who may see analytics has this id.' },
  shareNotFound: { status: 404, detail: 'There is no such link, or you may not see it.' },
  linkOver: { status: 410, detail: 'This link is no longer valid. Ask for a new one.' },
});
