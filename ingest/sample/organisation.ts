import { alwaysOpen, berlinOffice, newYorkOffice, singaporeOffice, type SampleCalendar } from './calendars.ts';

export const organisationName = 'Meridian Group';
/** Reporting zone of the made-up organisation; the months of the truth file are months of this zone. */
export const reportingZone = 'Europe/Berlin';

export type Region = 0 | 1 | 2;
export interface Place {
  region: Region;
  name: string;
  calendar: SampleCalendar;
  /** Share of callers and of arrivals. */
  share: number;
  sites: readonly { name: string; code: string }[];
  desk: string;
}

export const regions: readonly Place[] = [
  {
    region: 0,
    name: 'EMEA',
    calendar: berlinOffice,
    share: 0.5,
    desk: 'Service Desk EMEA',
    sites: [
      { name: 'Berlin HQ', code: 'ber' },
      { name: 'Hamburg Port', code: 'ham' },
      { name: 'Leipzig Plant', code: 'lej' },
      { name: 'München Süd', code: 'muc' }
    ]
  },
  {
    region: 1,
    name: 'AMER',
    calendar: newYorkOffice,
    share: 0.3,
    desk: 'Service Desk AMER',
    sites: [
      { name: 'New York Office', code: 'nyc' },
      { name: 'Newark Warehouse', code: 'ewr' },
      { name: 'Boston Lab', code: 'bos' }
    ]
  },
  {
    region: 2,
    name: 'APAC',
    calendar: singaporeOffice,
    share: 0.2,
    desk: 'Service Desk APAC',
    sites: [
      { name: 'Singapore Hub', code: 'sin' },
      { name: 'Penang Plant', code: 'pen' }
    ]
  }
];

export interface Team {
  name: string;
  calendar: SampleCalendar;
  region: Region;
  /** Factor on its working times: 1 is usual. */
  pace: number;
}

const team = (name: string, calendar: SampleCalendar, region: Region, pace = 1): Team => ({ name, calendar, region, pace });

/** Twelve teams in three time zones; the Operations Centre hands its shift around the world. */
export const teams: readonly Team[] = [
  team('Service Desk EMEA', berlinOffice, 0, 0.8),
  team('Service Desk AMER', newYorkOffice, 1, 0.8),
  team('Service Desk APAC', singaporeOffice, 2, 0.9),
  team('Operations Centre', alwaysOpen, 2, 0.7),
  team('Workplace EMEA', berlinOffice, 0, 1.1),
  team('Workplace AMER', newYorkOffice, 1),
  team('Network and VPN', berlinOffice, 0),
  team('Identity and Access', berlinOffice, 0, 0.8),
  team('Windows and Storage', newYorkOffice, 1, 1.1),
  team('Linux and Cloud Platform', singaporeOffice, 2),
  team('Enterprise Applications', berlinOffice, 0, 1.3),
  team('Payments and Web', newYorkOffice, 1)
];

export const teamNamed = new Map(teams.map((entry) => [entry.name, entry]));
export const operationsCentre = 'Operations Centre';
export const networkTeam = 'Network and VPN';

export interface Supplier {
  name: string;
  /** Median hours that work rests with it, wall clock of its calendar. */
  medianHours: number;
}
export const networkSupplier: Supplier = { name: 'Northbridge Telecom', medianHours: 9 };
export const fieldSupplier: Supplier = { name: 'Lindqvist Field Services', medianHours: 12 };
export const suppliers: readonly Supplier[] = [networkSupplier, fieldSupplier];

/** Business units: the customers of the service provider. */
export const customers = [
  'Meridian Manufacturing',
  'Meridian Logistics',
  'Meridian Retail',
  'Meridian Finance',
  'Meridian Group Services'
] as const;
/** Share of callers per business unit. */
export const customerShares = [0.34, 0.22, 0.2, 0.1, 0.14] as const;

/** Goals in seconds by priority 1–5, as `agreements.yaml` promises them and the tool's own clocks count them. */
export const responseGoals = [15, 30, 120, 240, 480].map((minutes) => minutes * 60);
export const resolutionGoals = [4, 8, 24, 40, 80].map((hours) => hours * 3600);
/** Fulfilment of requests by priority 1–5. */
export const fulfilmentGoals = [8, 16, 40, 60, 100].map((hours) => hours * 3600);
