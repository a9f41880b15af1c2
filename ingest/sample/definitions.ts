import { stringify } from 'yaml';
import { alwaysOpen, berlinOffice, sampleCalendars, type SampleCalendar } from './calendars.ts';
import { fulfilmentGoals, networkSupplier, networkTeam, regions, resolutionGoals, responseGoals, teams } from './organisation.ts';

/** 900 → `15m`, 28800 → `8h`. */
const duration = (seconds: number) => (seconds % 3600 === 0 ? `${seconds / 3600}h` : `${seconds / 60}m`);
const goals = (seconds: readonly number[]) => Object.fromEntries(seconds.map((goal, index) => [String(index + 1), duration(goal)]));

function calendarEntry(calendar: SampleCalendar): Record<string, unknown> {
  if (calendar === alwaysOpen) return { name: calendar.name, zone: calendar.zone, hours: 'always' };
  const special = Object.keys(calendar.special).length > 0 ? { special: calendar.special } : {};
  return { name: calendar.name, zone: calendar.zone, hours: calendar.hours, holidays: calendar.holidays, ...special };
}

const byTeam = {
  by_team: Object.fromEntries(teams.map((team) => [team.name, team.calendar.name])),
  default: alwaysOpen.name
};

const standard = {
  name: 'Standard service',
  type: 'SLA',
  party: 'Meridian business units',
  targets: [
    {
      name: 'Response',
      record_type: 'incident',
      metric: 'response',
      calendar: byTeam,
      goals: goals(responseGoals),
      attainment: 0.95,
      warn_at: 0.75
    },
    {
      name: 'Resolution',
      record_type: 'incident',
      metric: 'resolution',
      calendar: byTeam,
      goals: goals(resolutionGoals),
      pause: ['on_hold'],
      reopen: 'resume',
      priority_change: 'retarget',
      attainment: 0.9,
      warn_at: 0.75
    },
    {
      name: 'Fulfilment',
      record_type: 'request',
      metric: 'fulfilment',
      calendar: byTeam,
      goals: goals(fulfilmentGoals),
      attainment: 0.9,
      warn_at: 0.8
    }
  ]
};

const resolution = [`${standard.name}/Resolution`];
const desks = regions.map(({ desk }) => desk);

/** What the desks promise the teams behind them: not to sit on an incident that they cannot resolve. */
const handOver = {
  name: 'Service desk hand-over',
  type: 'OLA',
  party: 'Service desks',
  targets: [
    {
      name: 'Desk hand-over',
      record_type: 'incident',
      metric: 'resolution',
      when: { team: desks },
      calendar: byTeam,
      goals: goals([2, 2, 4, 6, 10].map((hours) => hours * 3600)),
      stop: ['resolved', { team: { not: desks } }],
      pause: ['on_hold'],
      reopen: 'ignore',
      attainment: 0.8,
      underpins: resolution
    }
  ]
};

/** What the network team promises the desks, each time an incident comes to it. */
const networkRepair = {
  name: 'Network operations',
  type: 'OLA',
  party: networkTeam,
  targets: [
    {
      name: 'Network repair',
      record_type: 'incident',
      metric: 'resolution',
      when: { team: networkTeam },
      calendar: 'berlin-office',
      goals: goals([2, 5, 16, 20, 32].map((hours) => hours * 3600)),
      start: { team: networkTeam },
      stop: ['resolved', { team: { not: networkTeam } }],
      pause: ['on_hold'],
      reopen: 'new_cycle',
      attainment: 0.8,
      underpins: resolution
    }
  ]
};

/** The contract behind the service levels: how long the network supplier may hold an incident. The SLA is paused then, so it underpins none of its time. */
const underpinning = {
  name: 'Northbridge contract',
  type: 'UC',
  party: networkSupplier.name,
  targets: [
    {
      name: 'Supplier repair',
      record_type: 'incident',
      metric: 'resolution',
      when: { supplier: networkSupplier.name },
      calendar: 'supplier-hours',
      goals: { default: '24h' },
      start: 'on_hold',
      stop: ['in_progress', 'resolved'],
      pause: [],
      attainment: 0.9
    }
  ]
};

const reports = [{ name: 'monthly-service-levels', schedule: '0 6 1 * *', formats: ['html', 'csv'] }];
/** Editors offer keys and words, and mark mistakes, by the schema named in the first line. */
const schemed = (name: string, text: string) => `# yaml-language-server: $schema=${name}.schema.json\n${text}`;
const yaml = (comment: string, content: unknown) =>
  `# ${comment}\n` + stringify(content, { lineWidth: 120, singleQuote: true, aliasDuplicateObjects: false });

/** The definitions of the made-up organisation by file name. */
export const definitionFiles: Readonly<Record<string, string>> = {
  'calendars.yaml': schemed(
    'calendars',
    yaml('Working hours by place: local wall time in the IANA zone, with its public holidays.', {
      calendars: sampleCalendars.map(calendarEntry)
    })
  ),
  'agreements.yaml': schemed(
    'agreements',
    yaml('What was promised to whom: goals by priority, on the calendar of the team that holds the record.', {
      agreements: [standard, handOver, networkRepair, underpinning]
    })
  ),
  'reports.yaml': yaml('Reports on schedule (minute hour day month weekday, reporting zone).', { reports })
};

/** Two closed days in Berlin and a tighter goal, for the page that shows what a proposal would change. */
const summerCalendars = sampleCalendars.map((calendar) =>
  calendar === berlinOffice
    ? { ...calendar, holidays: [...calendar.holidays, ...['2026-08-13', '2026-08-14'].map((date) => ({ date, name: 'Betriebsferien' }))] }
    : calendar
);
const tighter = {
  ...standard,
  targets: standard.targets.map((target) => (target.name === 'Response' ? { ...target, goals: { ...target.goals, '3': '90m' } } : target))
};

/** Proposed definitions by file name below `definitions/proposals`. */
export const proposalFiles: Readonly<Record<string, string>> = {
  'summer-holidays/calendars.yaml': yaml('Proposed: the Berlin offices close for two days in August.', {
    calendars: summerCalendars.map(calendarEntry)
  }),
  'summer-holidays/agreements.yaml': yaml('Proposed: response to priority 3 within 90 minutes instead of two hours.', {
    agreements: [tighter, handOver, networkRepair, underpinning]
  })
};
