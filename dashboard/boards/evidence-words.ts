/** A word of the pages about problems and what it means, for readers without statistics. */
export interface Meaning {
  label: string;
  meaning: string;
}

export const oddsOfLuck =
  'How often luck alone would give a stretch this high if nothing had changed: 0.01 is once in a hundred. Looking at many families finds some such stretch by luck; q allows for that.';
export const falseAlarms =
  'If every family as striking as this one were called out, about this part of the calls would be false alarms: 0.05 is one in twenty. An alert has at most 0.05, a watch at most 0.20.';

/** How the list of candidates comes about. */
export const candidateMeanings: readonly Meaning[] = [
  {
    label: 'Rank',
    meaning:
      'The order of this list: first what raises an alert or keeps coming back in waves, then what is on watch, then what keeps coming back, then what costs most; within each, what would cost most time in the next 28 days.'
  },
  {
    label: 'Alert, watch',
    meaning:
      'The newest days of the family hold clearly more incidents than its own half year before lets expect, at least 1.2 times as many. An alert is a false alarm in about one of twenty cases at most, a watch in one of five.'
  },
  {
    label: 'Keeps coming back',
    meaning:
      'At least 5 incidents in 26 weeks, in 3 separate weeks, from 2 callers or items, and no open problem or known error. No rise is needed. In waves: it went quiet and came back at least three times. Of those that neither rise nor cost most, the first 100 are listed.'
  },
  {
    label: 'Costs most',
    meaning: 'One of the families that together make half of the time lost in a year, with or without a problem at work on it.'
  },
  {
    label: 'Expected loss',
    meaning:
      'Incidents to expect in the next 28 days at the pace of late, times the time such an incident took: what there is to gain, not a forecast of harm.'
  },
  { label: 'q', meaning: falseAlarms }
];
