import { author } from './entry.ts';
import type { Measure } from './measure.ts';

const make = author('contact', 'contact');
/** Seconds within which giving up says nothing about the wait. */
const short = 10;
const survey = author('survey', 'survey');

export const contactMeasures: Measure[] = [
  make.count('offered', { label: 'Contacts', meaning: 'Contacts offered to the desk.', date: 'opened_date', needs: ['opened_at'] }),
  make.count('answered', {
    label: 'Answered',
    meaning: 'Contacts that a person answered.',
    date: 'opened_date',
    where: 'answered_at IS NOT NULL',
    needs: ['answered_at']
  }),
  make.count('abandoned', {
    label: 'Abandoned',
    meaning: 'Contacts given up before an answer.',
    date: 'opened_date',
    where: 'is_abandoned',
    direction: 'down',
    needs: ['is_abandoned']
  }),
  make.count('short_abandoned', {
    label: 'Short abandons',
    meaning: `Contacts given up within ${short} seconds: most of them never meant to wait.`,
    date: 'opened_date',
    where: `is_abandoned AND abandon_seconds <= ${short}`,
    needs: ['is_abandoned', 'abandon_seconds']
  }),
  make.share('abandoned_long_share', {
    label: 'Abandoned without short ones %',
    meaning: `Share of contacts given up after more than ${short} seconds, short abandons left out altogether.`,
    date: 'opened_date',
    where: `is_abandoned IS NOT NULL AND NOT (is_abandoned AND coalesce(abandon_seconds, 0) <= ${short})`,
    numerator: 'is_abandoned',
    denominator: `contacts offered that were not given up within ${short} seconds`,
    nullRule: 'An abandon without an end counts as short.',
    direction: 'down',
    needs: ['is_abandoned', 'abandon_seconds']
  }),
  ...make.duration('abandon_seconds', {
    label: 'Time until given up',
    meaning: 'Wall time from offering the contact until the caller gave up.',
    date: 'opened_date',
    value: 'abandon_seconds',
    clock: 'actual',
    needs: ['abandon_seconds']
  }),
  make.share('self_service_share', {
    label: 'Self-service %',
    meaning: 'Share of contacts that came through the portal.',
    date: 'opened_date',
    where: 'channel IS NOT NULL',
    numerator: "lower(channel) IN ('portal', 'self_service', 'self-service')",
    denominator: 'contacts with a channel',
    direction: 'up',
    needs: ['channel']
  }),
  make.share('answered_30s_share', {
    label: 'Answered within 30 s %',
    meaning: 'Share of answered contacts that waited at most 30 seconds.',
    date: 'opened_date',
    where: 'answer_seconds IS NOT NULL',
    numerator: 'answer_seconds <= 30',
    denominator: 'contacts answered',
    direction: 'up',
    needs: ['answered_at']
  }),
  make.share('abandoned_share', {
    label: 'Abandoned %',
    meaning: 'Share of contacts given up before an answer.',
    date: 'opened_date',
    where: 'is_abandoned IS NOT NULL',
    numerator: 'is_abandoned',
    denominator: 'contacts offered',
    direction: 'down',
    needs: ['is_abandoned']
  }),
  ...make.duration('answer_seconds', {
    label: 'Speed of answer',
    meaning: 'Wall time from offering the contact until a person answered.',
    date: 'opened_date',
    value: 'answer_seconds',
    clock: 'actual',
    direction: 'down',
    needs: ['answered_at']
  }),
  ...make.duration('handle_seconds', {
    label: 'Handle time',
    meaning: 'Wall time from the answer until the contact ended.',
    date: 'opened_date',
    value: 'handle_seconds',
    clock: 'actual',
    needs: ['answered_at', 'ended_at']
  }),
  make.share('fcr_share', {
    label: 'First-contact resolution %',
    meaning: 'Share of answered contacts that were settled within the contact.',
    date: 'opened_date',
    where: 'is_first_contact_resolution IS NOT NULL AND answered_at IS NOT NULL',
    numerator: 'is_first_contact_resolution',
    denominator: 'contacts answered',
    direction: 'up',
    needs: ['is_first_contact_resolution', 'answered_at']
  })
];

export const surveyMeasures: Measure[] = [
  survey.count('sent', { label: 'Surveys sent', meaning: 'Surveys sent to callers.', date: 'opened_date', needs: ['opened_at'] }),
  survey.count('answered', {
    label: 'Surveys answered',
    meaning: 'Surveys sent then that were answered.',
    date: 'opened_date',
    where: 'answered_at IS NOT NULL',
    needs: ['answered_at']
  }),
  survey.share('response_rate', {
    label: 'Response rate',
    meaning: 'Share of surveys sent that were answered. Read satisfaction only beside it.',
    date: 'opened_date',
    numerator: 'answered_at IS NOT NULL',
    denominator: 'surveys sent',
    nullRule: 'No answer counts as not answered.',
    direction: 'up',
    needs: ['answered_at']
  }),
  ...survey.spread('satisfaction', {
    label: 'Satisfaction',
    meaning: 'Answers with every scale turned into 0 (worst) to 1 (best). Read them only beside the response rate.',
    date: 'opened_date',
    value: 'score_share',
    unit: 'score',
    denominator: 'surveys answered',
    direction: 'up',
    needs: ['score']
  })
];
