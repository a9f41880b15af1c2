/** A public holiday of a place, as its authorities published it. */
export interface Holiday {
  date: string;
  name: string;
}

const list = (text: string): Holiday[] =>
  text
    .trim()
    .split('\n')
    .map((line) => ({ date: line.trim().slice(0, 10), name: line.trim().slice(11) }));

/** State of Berlin (Feiertagsgesetz Berlin; 8 May was a holiday in 2025 only). */
export const berlinHolidays = list(`
  2025-01-01 Neujahr
  2025-03-08 Internationaler Frauentag
  2025-04-18 Karfreitag
  2025-04-21 Ostermontag
  2025-05-01 Tag der Arbeit
  2025-05-08 Tag der Befreiung
  2025-05-29 Christi Himmelfahrt
  2025-06-09 Pfingstmontag
  2025-10-03 Tag der Deutschen Einheit
  2025-12-25 Erster Weihnachtstag
  2025-12-26 Zweiter Weihnachtstag
  2026-01-01 Neujahr
  2026-03-08 Internationaler Frauentag
  2026-04-03 Karfreitag
  2026-04-06 Ostermontag
  2026-05-01 Tag der Arbeit
  2026-05-14 Christi Himmelfahrt
  2026-05-25 Pfingstmontag
  2026-10-03 Tag der Deutschen Einheit
  2026-12-25 Erster Weihnachtstag
  2026-12-26 Zweiter Weihnachtstag
  2027-01-01 Neujahr`);

/** Federal holidays of the United States as observed (5 U.S.C. 6103). */
export const newYorkHolidays = list(`
  2025-01-01 New Year's Day
  2025-01-20 Martin Luther King Jr. Day
  2025-02-17 Washington's Birthday
  2025-05-26 Memorial Day
  2025-06-19 Juneteenth
  2025-07-04 Independence Day
  2025-09-01 Labor Day
  2025-10-13 Columbus Day
  2025-11-11 Veterans Day
  2025-11-27 Thanksgiving Day
  2025-12-25 Christmas Day
  2026-01-01 New Year's Day
  2026-01-19 Martin Luther King Jr. Day
  2026-02-16 Washington's Birthday
  2026-05-25 Memorial Day
  2026-06-19 Juneteenth
  2026-07-03 Independence Day (observed)
  2026-09-07 Labor Day
  2026-10-12 Columbus Day
  2026-11-11 Veterans Day
  2026-11-26 Thanksgiving Day
  2026-12-25 Christmas Day
  2027-01-01 New Year's Day`);

/** Singapore, as gazetted, with the Monday after a holiday that falls on a Sunday. */
export const singaporeHolidays = list(`
  2025-01-01 New Year's Day
  2025-01-29 Chinese New Year
  2025-01-30 Chinese New Year
  2025-03-31 Hari Raya Puasa
  2025-04-18 Good Friday
  2025-05-01 Labour Day
  2025-05-12 Vesak Day
  2025-06-07 Hari Raya Haji
  2025-08-09 National Day
  2025-10-20 Deepavali
  2025-12-25 Christmas Day
  2026-01-01 New Year's Day
  2026-02-17 Chinese New Year
  2026-02-18 Chinese New Year
  2026-03-21 Hari Raya Puasa
  2026-04-03 Good Friday
  2026-05-01 Labour Day
  2026-05-27 Hari Raya Haji
  2026-05-31 Vesak Day
  2026-06-01 Vesak Day (observed)
  2026-08-09 National Day
  2026-08-10 National Day (observed)
  2026-11-08 Deepavali
  2026-11-09 Deepavali (observed)
  2026-12-25 Christmas Day
  2027-01-01 New Year's Day`);
