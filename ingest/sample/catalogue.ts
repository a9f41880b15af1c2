/** Catalogue items that can be asked for. */
export interface CatalogueItem {
  name: string;
  service: string;
  team: string;
  weight: number;
  /** Probability that a superior must approve. */
  approval: number;
  /** Median working hours to fulfil, approval not counted. */
  hours: number;
  priority: number;
  /** Roles it may grant; none where it is not about access. */
  entitlements: readonly string[];
}

const item = (
  name: string,
  service: string,
  team: string,
  weight: number,
  approval: number,
  hours: number,
  priority: number,
  entitlements: readonly string[] = []
): CatalogueItem => ({ name, service, team, weight, approval, hours, priority, entitlements });

export const catalogue: readonly CatalogueItem[] = [
  item('Standard laptop', 'Workplace Devices', 'Workplace EMEA', 10, 0.9, 22, 4),
  item('Monitor or peripherals', 'Workplace Devices', 'Workplace EMEA', 9, 0.3, 12, 4),
  item('Software installation', 'Workplace Devices', 'Workplace EMEA', 16, 0.4, 5, 4),
  item('Mobile phone', 'WAN and Telephony', 'Network and VPN', 5, 0.9, 20, 4),
  item('Desk move', 'Wi-Fi and LAN', 'Network and VPN', 4, 0.1, 18, 5),
  item('Guest Wi-Fi', 'Wi-Fi and LAN', 'Network and VPN', 3, 0, 1, 3),
  item('Distribution list', 'Email and Calendar', 'Workplace EMEA', 6, 0.1, 3, 5),
  item('Shared mailbox', 'Email and Calendar', 'Workplace EMEA', 5, 0.4, 4, 4, ['Full access', 'Send as', 'Reader']),
  item('VPN access', 'Remote Access (VPN)', 'Identity and Access', 6, 0.8, 3, 3, ['VPN employee', 'VPN contractor']),
  item('SAP role', 'SAP Finance', 'Identity and Access', 8, 1, 6, 3, ['FI accountant', 'FI display', 'Treasury', 'Period close']),
  item('Logistics role', 'SAP Logistics', 'Identity and Access', 5, 1, 6, 3, ['Warehouse clerk', 'Dispatcher', 'Stock display']),
  item('CRM role', 'Customer Relations', 'Identity and Access', 4, 0.9, 4, 4, ['Sales', 'Sales manager', 'Service agent']),
  item('Folder permission', 'File Services', 'Windows and Storage', 9, 0.7, 3, 4, ['Read', 'Change', 'Owner']),
  item('Virtual server', 'Container Platform', 'Linux and Cloud Platform', 3, 1, 14, 3),
  item('Database copy', 'Database Platform', 'Windows and Storage', 2, 0.8, 10, 4),
  item('New starter set', 'Identity and Sign-in', 'Identity and Access', 5, 0.2, 16, 2, ['Employee account', 'Contractor account'])
];
