/** Every page of the navigation, in order. */
export interface Page {
  path: string;
  label: string;
  group: 'Answers' | 'Processes' | 'Ground';
}

export const pages: readonly Page[] = [
  { path: '/', label: 'Overview', group: 'Answers' },
  { path: '/service-levels', label: 'Service levels', group: 'Answers' },
  { path: '/availability', label: 'Availability', group: 'Answers' },
  { path: '/problems', label: 'Problems', group: 'Answers' },
  { path: '/suppliers', label: 'Suppliers', group: 'Answers' },
  { path: '/improvement', label: 'Improvement', group: 'Answers' },
  { path: '/explore', label: 'Explore', group: 'Answers' },
  { path: '/views', label: 'Saved views', group: 'Answers' },
  { path: '/incidents', label: 'Incidents', group: 'Processes' },
  { path: '/requests', label: 'Requests', group: 'Processes' },
  { path: '/known-errors', label: 'Known errors', group: 'Processes' },
  { path: '/changes', label: 'Changes', group: 'Processes' },
  { path: '/events', label: 'Events', group: 'Processes' },
  { path: '/access', label: 'Access', group: 'Processes' },
  { path: '/service-desk', label: 'Service desk', group: 'Processes' },
  { path: '/data', label: 'Data', group: 'Ground' },
  { path: '/definitions', label: 'Definitions', group: 'Ground' },
  { path: '/kpis', label: 'KPI dictionary', group: 'Ground' }
];
