// SPDX-License-Identifier: Apache-2.0
// A journal's entry in words: who, what, about what. What is not known is shown as it was written.
import type { Journal } from '@shared/api/types'
import { outcome_words } from './outcome_words'

export type JournalEntry = Journal['entries'][number]

export interface JournalSpeaker {
  t: (key: string, values?: Record<string, unknown>) => string
  has: (key: string) => boolean
  /** A matter's name, a moment, by the hall's content and zone. */
  matter: (id: string) => string
  moment: (ms: number) => string
}

const programs = ['kiosk', 'board', 'cli', 'console', 'demo']

/** "staff:lin" is who signed in as lin; the rest are programs. */
export function who_words(actor: string, { t, has }: JournalSpeaker): string {
  if (actor.startsWith('staff:')) return actor.slice('staff:'.length)
  return has(`console.journal.who.${actor}`) ? t(`console.journal.who.${actor}`) : actor
}

/** What is typed into the filter, as the box keeps it: an account is "staff:<account>". */
export function actor_typed(typed: string): string {
  const plain = typed.trim()
  if (plain === '' || plain.includes(':') || programs.includes(plain)) return plain
  return `staff:${plain}`
}

export function kind_words(kind: string, { t, has }: JournalSpeaker): string {
  return has(`console.journal.kind.${kind}`) ? t(`console.journal.kind.${kind}`) : kind
}

const text_of = (body: JournalEntry['body'], field: string): string => {
  const value = (body as Record<string, unknown>)[field]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** The number that it is about; empty where it is about something else. */
export function code_of(entry: JournalEntry): string {
  return text_of(entry.body, 'code')
}

/** What it is about, where that is no number. */
export function about_words(entry: JournalEntry, speaker: JournalSpeaker): string {
  const { t, has } = speaker
  const at = entry.subject.indexOf(':')
  const [sort, value] = at < 0 ? ['', entry.subject] : [entry.subject.slice(0, at), entry.subject.slice(at + 1)]
  if (code_of(entry) || sort === 'hall') return ''
  if (sort === 'day') return text_of(entry.body, 'local_date') || text_of(entry.body, 'date_now')
  if (sort === 'matter') return t('console.journal.about.matter', { value: speaker.matter(value) })
  if (sort === 'device' || sort === 'place') {
    const key = sort === 'device' ? `console.hall.devices.name.${value}` : `console.hall.place.${value}`
    return has(key) ? t(key) : value
  }
  return has(`console.journal.about.${sort}`) ? t(`console.journal.about.${sort}`, { value }) : entry.subject
}

function reason_words(reason: string, { t, has }: JournalSpeaker): string {
  const key = `console.journal.reason.${reason}`
  return has(key) ? t(key) : reason
}

/** The fields of the body that a reader wants beside the sentence, each in words. */
export function detail_words(entry: JournalEntry, speaker: JournalSpeaker): string[] {
  const { t, has } = speaker
  const read = (field: string) => text_of(entry.body, field)
  const said: string[] = []
  const say = (key: string, value: string) => { if (value) said.push(t(`console.journal.body.${key}`, { value })) }
  if (entry.kind.startsWith('ticket.')) say('matter', read('matter') && speaker.matter(read('matter')))
  say('counter', read('counter'))
  say('to_counter', read('to_counter'))
  if (entry.kind === 'counter.held') say('from', read('from'))
  const outcome = read('outcome')
  say('outcome', outcome && outcome_words(outcome, speaker))
  if (Number(read('copy')) > 1) say('copy', read('copy'))
  say('trouble', read('trouble') && reason_words(read('trouble'), speaker))
  if (entry.kind === 'device.set') said.push(read('value') ? t('console.journal.body.value', { value: read('value') }) : t('console.journal.body.value_default'))
  if (entry.kind === 'message.set') say('words', read('zh'))
  if (entry.kind === 'attachment.kept') say('words', read('name'))
  const role = read('role')
  say('role', role && has(`staff.role.${role}`) ? t(`staff.role.${role}`) : role)
  if (read('active') === 'no') said.push(t('console.journal.body.off'))
  say('tries_left', read('tries_left'))
  say('reason', read('reason') && reason_words(read('reason'), speaker))
  return said
}
