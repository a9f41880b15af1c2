import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import type * as v from 'valibot';
import { alwaysOpen } from '../calendars/calendar.ts';
import type { Home } from '../home.ts';
import { checkAgreements } from './agreement-rules.ts';
import { checkCalendars } from './calendar-rules.ts';
import type { Definitions } from './definitions.ts';
import type { Finding } from './finding.ts';
import { resolveAgreements, resolveCalendars, type ReadFile } from './resolve.ts';
import { agreementsFile, calendarsFile } from './schema.ts';
import { parseSource, type Issue, type SourceFile } from './source-file.ts';
import { checkUnderpinning } from './underpinning-rules.ts';

export interface Validation {
  errors: Issue[];
  warnings: Issue[];
  /** Present when there are no errors. The built-in calendar `24x7` is always among the calendars. */
  definitions?: Definitions;
}

const calendarKeys = [
  'name',
  'version',
  'zone',
  'valid_from',
  'valid_to',
  'hours',
  'holidays',
  'special',
  'breaks',
  'date',
  'country',
  'state',
  'region',
  'types',
  'without',
  'ical'
];
const dayKeys = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'calendars'];
const agreementKeys = ['agreements', 'name', 'version', 'type', 'party', 'services', 'valid_from', 'valid_to', 'targets'];
const targetKeys = [
  'record_type',
  'metric',
  'source_names',
  'when',
  'calendar',
  'goals',
  'unit',
  'start',
  'stop',
  'cancel',
  'pause',
  'resume',
  'reset',
  'zone',
  'underpins'
];
const policyKeys = ['reopen', 'priority_change', 'attainment', 'warn_at', 'retroactive_start', 'retroactive_pause', 'default'];

/**
 * Reads and checks the calendars and agreements of a home. Files that are not there are no error: then there are no agreements,
 * and the only calendar is `24x7`.
 */
export function validateDefinitions(home: Home): Validation {
  return validateTexts(
    { calendars: readText(home, calendarsName), agreements: readText(home, agreementsName) },
    fileReader(home.definitions)
  );
}

export const calendarsName = 'calendars.yaml';
export const agreementsName = 'agreements.yaml';

/**
 * The same of texts that need not stand in a home yet.
 * @param read gives the text of an iCalendar file beside them
 */
export function validateTexts(texts: { calendars: string | undefined; agreements: string | undefined }, read: ReadFile): Validation {
  const calendars = parsed(calendarsName, texts.calendars, calendarsFile, [...calendarKeys, ...dayKeys]);
  const agreements = parsed(agreementsName, texts.agreements, agreementsFile, [...agreementKeys, ...targetKeys, ...policyKeys]);
  const calendarEntries = calendars?.content?.calendars ?? [];
  const agreementEntries = agreements?.content?.agreements ?? [];
  const names = [...new Set([alwaysOpen.name, ...calendarEntries.map(({ name }) => name)])];
  const isKnown = !calendars || calendars.content !== undefined;
  const found = [
    ...findings(calendars, checkCalendars(calendarEntries, read)),
    ...findings(agreements, checkUnderpinning(agreementEntries)),
    ...findings(agreements, checkAgreements(agreementEntries, isKnown ? names : undefined))
  ];
  const errors = [...(calendars?.issues ?? []), ...(agreements?.issues ?? []), ...ofSeverity(found, 'error')];
  const warnings = [...(agreements ? [] : [noAgreements]), ...ofSeverity(found, 'warning')];
  if (errors.length > 0) return { errors, warnings };
  const definitions = {
    calendars: [alwaysOpen, ...resolveCalendars(calendarEntries, read)],
    agreements: resolveAgreements(agreementEntries)
  };
  return { errors, warnings, definitions };
}

const noAgreements: Issue = {
  file: 'definitions/agreements.yaml',
  line: 1,
  column: 1,
  value: '',
  reason: 'is not there: nothing is promised, so there are no clocks',
  suggestion: 'Write agreements with targets to have service levels.'
};

/**
 * The definitions of a home, for the build.
 * @throws one message with every error, its file, line, column and way out
 */
export function loadDefinitions(home: Home): Definitions {
  const { definitions, errors } = validateDefinitions(home);
  if (!definitions) throw new Error(`the definitions cannot be used:\n${errors.map(describeIssue).join('\n')}`);
  return definitions;
}

/** `definitions/agreements.yaml:12:9: reason. suggestion` */
export const describeIssue = ({ file, line, column, value, reason, suggestion }: Issue): string =>
  `${file}:${line}:${column}: ${value && !reason.includes(`"${value}"`) ? `"${value}": ` : ''}${reason}. ${suggestion}`;

type Placed = { issue: Issue; severity: Finding['severity'] };

const findings = (source: SourceFile<unknown> | undefined, found: Finding[]): Placed[] =>
  source ? found.map(({ path, reason, suggestion, severity }) => ({ issue: source.issueAt(path, reason, suggestion), severity })) : [];

const ofSeverity = (placed: Placed[], wanted: Finding['severity']): Issue[] =>
  placed.filter(({ severity }) => severity === wanted).map(({ issue }) => issue);

type Schema<T> = v.BaseSchema<unknown, T, v.BaseIssue<unknown>>;

/** Files beside the definitions, and none elsewhere: neither by dots nor by a link. */
export function fileReader(definitions: string): ReadFile {
  return (name) => {
    const path = resolve(definitions, name);
    if (!existsSync(path)) throw new Error(`there is no file ${name} beside the definitions`);
    const inside = relative(realpathSync(definitions), realpathSync(path));
    if (inside.startsWith('..') || isAbsolute(inside)) throw new Error(`${name} lies outside of the definitions`);
    if (statSync(path).size > mostBytes) throw new Error(`${name} is larger than ${mostBytes / 1e6} MB`);
    return readFileSync(path, 'utf8');
  };
}
const mostBytes = 10e6;

function readText({ definitions }: Home, name: string): string | undefined {
  const path = join(definitions, name);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

const parsed = <T>(name: string, text: string | undefined, schema: Schema<T>, keys: readonly string[]): SourceFile<T> | undefined =>
  text === undefined ? undefined : parseSource(`definitions/${name}`, text, schema, keys);
