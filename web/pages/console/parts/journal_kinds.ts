// SPDX-License-Identifier: Apache-2.0
// Every kind of the journal's entries, by what it is about; its words are the text key console.journal.kind.<kind>.
// hall/journal/journal_format.md is the document that this follows.

export const journal_kinds = {
  ticket: ['taken', 'called', 'recalled', 'serving', 'held', 'missed', 'finished', 'handed_over', 'given_back',
    'restored', 'rejoined', 'left', 'priority_removed', 'call_undone', 'serve_undone', 'finish_undone',
    'miss_undone', 'hold_undone', 'hand_over_undone'],
  counter: ['opened', 'closed', 'held'],
  issuing: ['paused', 'resumed'],
  matter: ['paused', 'resumed'],
  message: ['set', 'cleared'],
  staff: ['signed_in', 'sign_in_refused', 'signed_out', 'session_locked', 'session_unlocked', 'locked', 'added', 'changed',
    'reset', 'password_changed'],
  slip: ['printing', 'printed', 'put_back', 'failed', 'dropped', 'reprint_asked'],
  device: ['set', 'test_asked'],
  help: ['called', 'ended'],
  setup: ['code_made', 'opened', 'refused'],
  command: ['done', 'refused'],
  attachment: ['kept'],
  content: ['installed'],
  hall: ['created'],
  day: ['opened'],
  clock: ['moved'],
} as const

export type JournalGroup = keyof typeof journal_kinds
export const journal_groups = Object.keys(journal_kinds) as JournalGroup[]
