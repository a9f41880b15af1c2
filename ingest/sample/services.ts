import { fieldSupplier, networkSupplier, regions, type Supplier } from './organisation.ts';

export interface Service {
  name: string;
  owner: string;
  /** Team that resolves; `Workplace` teams differ by the caller's region. */
  team: string;
  supplier?: Supplier;
  /** Relative volume of incidents. */
  weight: number;
  /** Probability that a fault hits many people: shifts impact and urgency. */
  gravity: number;
  items: readonly string[];
}

const codes = regions.flatMap((region) => region.sites.map((site) => site.code));

/** `vpn-gw-ber-01`…: one name per kind and number, sites taken in turn. */
function items(...kinds: [kind: string, count: number][]): string[] {
  return kinds.flatMap(([kind, count]) =>
    Array.from(
      { length: count },
      (_, index) => `${kind}-${codes[index % codes.length]}-${String(Math.floor(index / codes.length) + 1).padStart(2, '0')}`
    )
  );
}

/** Twenty services with 150 configuration items. */
export const services: readonly Service[] = [
  {
    name: 'Remote Access (VPN)',
    owner: 'Katrin Vogel',
    team: 'Network and VPN',
    supplier: networkSupplier,
    weight: 7,
    gravity: 0.25,
    items: items(['vpn-gw', 6], ['radius', 2])
  },
  {
    name: 'Email and Calendar',
    owner: 'Jonas Reuter',
    team: 'Workplace EMEA',
    weight: 10,
    gravity: 0.2,
    items: items(['mail', 6], ['exch-db', 3])
  },
  {
    name: 'Collaboration',
    owner: 'Mei Lin Tan',
    team: 'Workplace EMEA',
    weight: 7,
    gravity: 0.15,
    items: items(['collab', 4], ['meeting-room', 5])
  },
  {
    name: 'Workplace Devices',
    owner: 'Jonas Reuter',
    team: 'Workplace EMEA',
    supplier: fieldSupplier,
    weight: 16,
    gravity: 0.03,
    items: items(['laptop-pool', 8], ['image-srv', 2])
  },
  {
    name: 'Printing',
    owner: 'Petra Schäfer',
    team: 'Workplace EMEA',
    supplier: fieldSupplier,
    weight: 7,
    gravity: 0.06,
    items: items(['prt', 8], ['print-srv', 3])
  },
  {
    name: 'Identity and Sign-in',
    owner: 'Samuel Brooks',
    team: 'Identity and Access',
    weight: 13,
    gravity: 0.15,
    items: items(['dc', 6], ['adfs', 2])
  },
  {
    name: 'Wi-Fi and LAN',
    owner: 'Katrin Vogel',
    team: 'Network and VPN',
    supplier: networkSupplier,
    weight: 6,
    gravity: 0.2,
    items: items(['sw-core', 8], ['wlc', 3])
  },
  {
    name: 'WAN and Telephony',
    owner: 'Katrin Vogel',
    team: 'Network and VPN',
    supplier: networkSupplier,
    weight: 4,
    gravity: 0.35,
    items: items(['wan-rtr', 8], ['pbx', 2])
  },
  {
    name: 'SAP Finance',
    owner: 'Helga Brandt',
    team: 'Enterprise Applications',
    weight: 6,
    gravity: 0.2,
    items: items(['sap-fi', 4], ['sap-db', 2])
  },
  {
    name: 'SAP Logistics',
    owner: 'Helga Brandt',
    team: 'Enterprise Applications',
    weight: 5,
    gravity: 0.25,
    items: items(['sap-lo', 4], ['edi-gw', 2])
  },
  {
    name: 'HR Portal',
    owner: 'Olga Petrova',
    team: 'Enterprise Applications',
    weight: 3,
    gravity: 0.08,
    items: items(['hr-web', 2], ['hr-db', 1])
  },
  {
    name: 'Customer Relations',
    owner: 'Grace Okafor',
    team: 'Enterprise Applications',
    weight: 4,
    gravity: 0.15,
    items: items(['crm-app', 3], ['crm-db', 1])
  },
  {
    name: 'Web Shop',
    owner: 'Daniel Rossi',
    team: 'Payments and Web',
    weight: 4,
    gravity: 0.4,
    items: items(['shop-web', 5], ['shop-db', 2])
  },
  {
    name: 'Payments',
    owner: 'Daniel Rossi',
    team: 'Payments and Web',
    weight: 3,
    gravity: 0.5,
    items: items(['pay-api', 4], ['pay-db', 2])
  },
  {
    name: 'Reports and Data Warehouse',
    owner: 'Wei Jie Lim',
    team: 'Linux and Cloud Platform',
    weight: 4,
    gravity: 0.1,
    items: items(['dwh-etl', 3], ['dwh-db', 2])
  },
  { name: 'File Services', owner: 'Petra Schäfer', team: 'Windows and Storage', weight: 6, gravity: 0.15, items: items(['fs', 8]) },
  {
    name: 'Database Platform',
    owner: 'Priya Menon',
    team: 'Windows and Storage',
    weight: 3,
    gravity: 0.3,
    items: items(['ora', 5], ['mssql', 4])
  },
  {
    name: 'Container Platform',
    owner: 'Wei Jie Lim',
    team: 'Linux and Cloud Platform',
    weight: 3,
    gravity: 0.3,
    items: items(['k8s-node', 8])
  },
  {
    name: 'Backup',
    owner: 'Priya Menon',
    team: 'Windows and Storage',
    supplier: fieldSupplier,
    weight: 3,
    gravity: 0.05,
    items: items(['bkp-srv', 4], ['tape', 2])
  },
  {
    name: 'Manufacturing Execution',
    owner: 'Thomas Krüger',
    team: 'Enterprise Applications',
    weight: 3,
    gravity: 0.45,
    items: items(['mes-line', 5], ['mes-db', 1])
  }
];

export const serviceNamed = new Map(services.map((service) => [service.name, service]));

export function service(name: string): Service {
  const found = serviceNamed.get(name);
  if (!found) throw new Error(`No service called "${name}"`);
  return found;
}

/** The team that resolves for a caller of a region. */
export function resolverTeam(of: Service, region: number): string {
  return of.team === 'Workplace EMEA' && region === 1 ? 'Workplace AMER' : of.team;
}
