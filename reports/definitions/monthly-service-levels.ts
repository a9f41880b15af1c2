import type { Query } from '#warehouse/query/query.ts';
import { earlier } from '../period.ts';
import type { ReportDefinition, ReportPeriod, Section } from '../report.ts';

const attainment = 'service_level.attainment';
const goal = 'service_level.goal';
const completed = 'service_level.completed';
const breached = 'service_level.breached';
const within = ({ from, to }: ReportPeriod): Pick<Query, 'period'> => ({ period: { from, to } });
const trend = (period: ReportPeriod): Pick<Query, 'period' | 'grain'> => ({
  period: { from: earlier(period, 11), to: period.to },
  grain: 'month'
});

function sections(period: ReportPeriod): Section[] {
  return [
    {
      name: 'summary',
      title: 'The month in figures',
      query: {
        ...within(period),
        measures: [attainment, completed, breached, 'incident.opened', 'incident.resolved', 'incident.backlog'],
        compare: 'previous_period'
      },
      view: {
        as: 'cards',
        measures: [attainment, completed, breached, 'incident.opened', 'incident.resolved', 'incident.backlog'],
        judged: attainment
      }
    },
    {
      name: 'targets',
      title: 'Targets',
      note: 'Clocks that stopped in the month. Cancelled and running clocks are in neither numerator nor denominator.',
      query: { ...within(period), measures: [attainment, goal, completed, breached], dimensions: ['agreement', 'target'] },
      view: { as: 'bullets', label: 'target', attainment, completed, goal }
    },
    {
      name: 'trend',
      title: 'Attainment over twelve months',
      query: { ...trend(period), measures: [attainment, completed] },
      view: { as: 'chart', encoding: { chart: 'line', measures: [attainment] }, judged: attainment }
    },
    {
      name: 'stability',
      title: 'Is the process stable?',
      note: 'By week; limits by chance alone where records are few, else mean ± 2.66 × mean moving range. A new baseline is printed with its reason.',
      query: { ...trend(period), grain: 'week', measures: [attainment, completed] },
      view: { as: 'chart', encoding: { chart: 'behaviour', measure: attainment, size: completed } }
    },
    {
      name: 'services',
      title: 'Services by month',
      note: 'Worst now first. ✓ met · ! less than a point above the goal · ✕ missed; grey where fewer than 20 clocks stopped.',
      query: { ...trend(period), measures: [attainment, completed], dimensions: ['service'] },
      view: { as: 'grid', row: 'service', judged: attainment, completed }
    },
    {
      name: 'priorities',
      title: 'By target and priority',
      query: {
        ...within(period),
        measures: [
          attainment,
          completed,
          breached,
          'service_level.elapsed_business_seconds_median',
          'service_level.elapsed_business_seconds_p90'
        ],
        dimensions: ['target', 'priority']
      },
      view: { as: 'table', judged: attainment }
    },
    {
      name: 'teams',
      title: 'By team at the stop',
      note: 'Judged by the targets’ own goals: ✕ where one of several with 20 clocks or more missed its own.',
      query: {
        ...within(period),
        measures: [attainment, completed, breached],
        dimensions: ['team'],
        sort: [{ by: breached, descending: true }]
      },
      view: { as: 'table', judged: attainment }
    },
    {
      name: 'time',
      title: 'Where the time went',
      note: 'Segments of the clocks that stopped in the month, in seconds of the team that held the record then.',
      query: {
        ...within(period),
        measures: ['time.business_seconds', 'time.paused_seconds', 'time.out_of_hours_seconds'],
        dimensions: ['team'],
        sort: [{ by: 'time.business_seconds', descending: true }]
      },
      view: { as: 'table' }
    },
    {
      name: 'backlog',
      title: 'Incidents opened, resolved and still open',
      query: { ...trend(period), measures: ['incident.opened', 'incident.resolved', 'incident.backlog'] },
      view: { as: 'chart', encoding: { chart: 'bars', measures: ['incident.opened', 'incident.resolved'] } }
    },
    {
      name: 'coverage',
      title: 'What these figures leave out',
      note: 'Clocks without full history carry bounds, and count as undetermined where the goal lies between; cancelled clocks and records without a target are not counted above.',
      query: { ...within(period), measures: ['service_level.inexact', 'service_level.cancelled', 'service_level.uncovered'] },
      view: { as: 'table' }
    }
  ];
}

/** Service levels of one month, for the review with the customer. */
export const monthlyServiceLevels: ReportDefinition = {
  name: 'monthly-service-levels',
  title: 'Service levels',
  version: 6,
  grain: 'month',
  sections
};
