import { arrivalAt, curve, type Curve } from '../arrivals.ts';
import { plantedFaults } from '../faults/index.ts';
import { day, iso, localTime, type Instant } from '../instants.ts';
import { reportingZone } from '../organisation.ts';
import { service } from '../services.ts';
import { plantedCount, type Stage, type Story } from './story.ts';

const everyDays = 30;
const lastBeforeEnd = 10;

/** Starts of the waves, oldest first: 06:00 in the reporting zone, every 30 days, on the Monday after where that is a weekend. */
function waveStarts(stage: Stage): Instant[] {
  const starts: Instant[] = [];
  for (let back = lastBeforeEnd; stage.span.end - back * day > stage.span.start + 2 * day; back += everyDays) {
    let start = localTime(stage.span.end - back * day, reportingZone).with({ hour: 6, minute: 0, second: 0 });
    if (start.dayOfWeek > 5) start = start.add({ days: 8 - start.dayOfWeek });
    starts.unshift(start.epochMilliseconds / 1000);
  }
  return starts;
}

/**
 * The certificate of the VPN gateways expires about every thirty days, is renewed by hand within two days and forgotten again. The
 * incidents say it in many words and two languages, from many callers; no problem record was ever opened.
 */
export function vpnCertificateStory(stage: Stage): Story {
  const starts = waveStarts(stage);
  const count = plantedCount(stage.incidents, 0.009, 5 * starts.length);
  const curves: Curve[] = starts.map((start) =>
    curve(stage.seasons, stage.seasons.total, start, Math.min(start + 2 * day, stage.span.end))
  );
  const gateways = service('Remote Access (VPN)').items.filter((item) => item.startsWith('vpn-gw'));
  const waveOf = (index: number) => Math.floor((index * starts.length) / count);
  const firstOf = (wave: number) => Math.ceil((wave * count) / starts.length);
  return {
    id: 'vpn-certificate',
    kind: 'recurring-without-problem',
    from: starts[0] as Instant,
    to: (starts[starts.length - 1] as Instant) + 2 * day,
    service: 'Remote Access (VPN)',
    team: 'Network and VPN',
    count,
    at(index) {
      const wave = waveOf(index);
      const size = firstOf(wave + 1) - firstOf(wave);
      return arrivalAt(curves[wave] as Curve, stage.stream + wave * 64, index - firstOf(wave), size, stage.random);
    },
    plan: (index, random) => ({
      fault: plantedFaults.vpnCertificate,
      item: gateways[(waveOf(index) + random.integer(2)) % gateways.length] as string,
      urgency: random.chance(0.4) ? 1 : 2
    }),
    expected: () => ({
      is_candidate: true,
      has_problem: false,
      family_hint: 'vpn certificate expired',
      wave_starts: starts.map(iso),
      waves: starts.length,
      every_days: everyDays
    })
  };
}
