/** A window of the week: ISO weekday, 1 is Monday; seconds of its day, beyond 86,400 over midnight. */
export interface WeekWindow {
  weekday: number;
  from: number;
  to: number;
}

/** A day as it is drawn: bars as shares of the day in percent, and its windows in words. */
export interface WeekDay {
  weekday: number;
  bars: { left: number; width: number }[];
  words: string;
}

const day = 86_400;

/** Seven days, Monday first. A window over midnight is drawn on both days and told on the one it begins on. */
export function weekDays(windows: readonly WeekWindow[]): WeekDay[] {
  const pieces = windows.flatMap(({ weekday, from, to }) => [
    { weekday, from, to: Math.min(to, day) },
    ...(to > day ? [{ weekday: (weekday % 7) + 1, from: 0, to: to - day }] : [])
  ]);
  return Array.from({ length: 7 }, (_, index) => {
    const own = <W extends WeekWindow>(list: readonly W[]) =>
      list.filter(({ weekday }) => weekday === index + 1).sort((a, b) => a.from - b.from);
    const bars = own(pieces).map(({ from, to }) => ({ left: (from / day) * 100, width: ((to - from) / day) * 100 }));
    return { weekday: index + 1, bars, words: own(windows).map(words).join(', ') || 'closed' };
  });
}

const words = ({ from, to }: WeekWindow): string =>
  from === 0 && to === day ? 'all day' : `${clock(from)}–${clock(to > day ? to - day : to)}`;
const clock = (seconds: number): string =>
  [seconds / 3600, (seconds % 3600) / 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');
