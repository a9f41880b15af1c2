import { chainAnswer, chainName, slackWords, tellingChain } from '#dashboard/boards/analysis-words.ts';
import type { Phrase } from '#dashboard/boards/answer-line.ts';
import type { Row } from '#dashboard/charts/table.ts';
import { emDash, instant, percent } from '#dashboard/format.ts';
import type { SlackGrid } from '#dashboard/lib/slack-grid.ts';
import { chainChecks, type ChainCheck } from '#warehouse/query/analysis/chains.ts';
import { exactly } from '#warehouse/query/clocks/zoned.ts';
import type { Worst } from '#warehouse/analysis/chain.ts';
import type { Reader } from '#warehouse/query/reader.ts';

export interface ChainPage {
  phrases: Phrase[];
  rows: Row[];
  zone: string;
  /** The one that is drawn. */
  chosen:
    | {
        key: string;
        name: string;
        sentence: string;
        steps: { label: string; goal: string; calendars: string }[];
        note: string;
        grid: SlackGrid;
        failing: { rows: Row[]; total: number };
      }
    | undefined;
  csv: string;
}

const keyOf = ({ target_id, priority, calendar }: ChainCheck): string => `${target_id} ${priority ?? '-'} ${calendar}`;
const epochText = (seconds: number): string => new Date(seconds * 1000).toISOString();

/** Every chain, worst first; the one asked for, else the worst, in full. */
export async function chainPage(reader: Reader, url: URL): Promise<ChainPage> {
  const { zone } = reader.build;
  const checks = (await chainChecks(reader)).sort((a, b) => (a.reading?.worst.slack ?? Infinity) - (b.reading?.worst.slack ?? Infinity));
  const asked = url.searchParams.get('chain');
  const drawn = checks.find((check) => keyOf(check) === asked && check.reading) ?? tellingChain(checks);
  return {
    phrases: chainAnswer(checks),
    rows: checks.map((check) => rowOf(check)),
    zone,
    chosen: drawn && detail(drawn, zone),
    csv: '/api/analysis/chain_checks?format=csv'
  };
}

function rowOf(check: ChainCheck): Row {
  const { reading, reason } = check;
  return {
    key: keyOf(check),
    target: check.target,
    agreement: check.agreement,
    priority: check.priority,
    calendar: check.calendar,
    goal: check.goal,
    links: check.links.map(({ target, agreement_type }) => `${target} (${agreement_type})`).join(' → '),
    link_goals: check.links.length ? check.linkGoals : null,
    verdict: reading ? (reading.failing === 0 ? '✓ always' : '✕ not always') : (reason ?? ''),
    failing_share: reading ? reading.failing / reading.slots : null,
    slack: reading?.worst.slack ?? null,
    worst_at: reading ? epochText(reading.worst.openedAt) : null
  };
}

function detail(check: ChainCheck, zone: string): ChainPage['chosen'] {
  const reading = check.reading!;
  const told = ({ openedAt, endsAt, dueAt, slack }: Worst) => ({
    opened: instant(epochText(openedAt), zone),
    ends: instant(epochText(endsAt), zone),
    due: instant(epochText(dueAt), zone),
    slack: slackWords(slack)
  });
  const worst = told(reading.worst);
  const known = reading.week.flat().filter(Number.isFinite);
  return {
    key: keyOf(check),
    name: chainName(check),
    sentence:
      `Opened ${worst.opened}, the links would be done ${worst.ends}; the SLA is due ${worst.due}: ${worst.slack}, in its own working time. ` +
      (reading.failing === 0
        ? 'It fits at every quarter of an hour of the year.'
        : `It does not fit for ${percent(reading.failing / reading.slots)} of the ${reading.slots.toLocaleString('en-GB')} quarters of an hour.`),
    steps: check.links.map(({ agreement, target, agreement_type, goal, calendars }) => ({
      label: `${target} (${agreement_type} ${agreement})`,
      goal: exactly(goal),
      calendars: calendars.join(' or ')
    })),
    note: `${check.isDeclared ? 'The definitions name these links' : 'No definition names a link, so these are all OLAs and UCs of the same record type and metric'}; each uses its whole goal, one after another. Added up they take ${exactly(check.linkGoals)} of ${check.goal === null ? emDash : exactly(check.goal)}: where the SLA is counted on the calendar of whoever holds the record, that sum alone decides.`,
    grid: {
      cells: reading.week.map((hours) => hours.map((slack) => (Number.isFinite(slack) ? slack : null))),
      least: Math.min(0, ...known),
      most: Math.max(0, ...known)
    },
    failing: {
      rows: reading.firstFailing.map(({ from, to, worst: at }) => ({
        from: epochText(from),
        to: epochText(to),
        slack: at.slack,
        worst_at: epochText(at.openedAt),
        ends: epochText(at.endsAt),
        due: epochText(at.dueAt)
      })),
      total: reading.failingStretches
    }
  };
}
