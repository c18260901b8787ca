// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { journal_groups, journal_kinds } from '../../../console/parts/journal_kinds'
import { about_words, actor_typed, code_of, detail_words, kind_words, who_words, type JournalEntry, type JournalSpeaker } from '../../../console/parts/journal_words'

const texts = (language: string) => ['console', 'console_hall', 'console_figures', 'console_journal'].reduce<Record<string, string>>(
  (all, part) => Object.assign(all, JSON.parse(readFileSync(`../../assets/text/${language}/${part}.json`, 'utf8'))), {})
const zh = texts('zh-CN')
const en = texts('en')
const speaker: JournalSpeaker = {
  t: (key, values = {}) => (zh[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '')),
  has: (key) => key in zh, matter: (id) => (id === 'card-again' ? '社保卡补换' : id), moment: String,
}
const entry = (kind: string, subject: string, body: Record<string, unknown>, actor = 'staff:yangli'): JournalEntry => ({ seq: 1, wall_ms: 0, actor, kind, subject, body: body as never })

it('has words in both languages for every kind and every group', () => {
  for (const group of journal_groups) {
    expect(zh, group).toHaveProperty([`console.journal.group.${group}`])
    for (const kind of journal_kinds[group])
      for (const words of [zh, en]) expect(words, kind).toHaveProperty([`console.journal.kind.${group}.${kind}`])
  }
})

it('knows every kind that the journal\'s document names', () => {
  const document = readFileSync('../../hall/journal/journal_format.md', 'utf8')
  const rows = document.split('\n').filter((line) => /^\| `[a-z]+\./.test(line)).map((line) => line.split('|')[1]!)
  const named = rows.flatMap((row) => [...row.matchAll(/`([a-z]+\.[a-z_]+)`/g)].map((one) => one[1]!))
  const known = new Set(journal_groups.flatMap((group) => journal_kinds[group].map((kind) => `${group}.${kind}`)))
  expect(named.length).toBeGreaterThan(30)
  expect(named.filter((one) => !known.has(one))).toEqual([])
})

it('shows a kind that it does not know as it was written', () => {
  expect(kind_words('future.thing', speaker)).toBe('future.thing')
  expect(kind_words('ticket.called', speaker)).toBe('叫号')
})

it('tells people by their account and programs by their name', () => {
  expect(who_words('staff:yangli', speaker)).toBe('yangli')
  expect(who_words('kiosk', speaker)).toBe('取号机')
  expect(actor_typed(' yangli ')).toBe('staff:yangli')
  expect(actor_typed('kiosk')).toBe('kiosk')
  expect(actor_typed('staff:yangli')).toBe('staff:yangli')
  expect(actor_typed('  ')).toBe('')
})

it('says what an entry is about', () => {
  expect(code_of(entry('ticket.called', '0191', { code: 'A018' }))).toBe('A018')
  expect(about_words(entry('counter.opened', 'counter:3', {}), speaker)).toBe('3 号窗口')
  expect(about_words(entry('matter.paused', 'matter:card-again', {}), speaker)).toBe('事项：社保卡补换')
  expect(about_words(entry('help.called', 'place:kiosk', {}), speaker)).toBe('取号机')
  expect(about_words(entry('future.thing', 'moon:1', {}), speaker)).toBe('moon:1')
})

it('tells the body\'s fields in words, and nothing of a body that is not understood', () => {
  expect(detail_words(entry('ticket.finished', '1', { code: 'A018', counter: 3, outcome: 'material_missing' }), speaker)).toEqual(['3 号窗口', '结果：缺材料，已告知'])
  expect(detail_words(entry('device.set', 'setting:printer.width', { value: '576' }), speaker)).toEqual(['值：576'])
  expect(detail_words(entry('device.set', 'setting:printer.width', {}), speaker)).toEqual(['恢复默认'])
  expect(detail_words(entry('staff.sign_in_refused', 'staff:wangji', { reason: 'wrong_password', tries_left: 2 }), speaker)).toEqual(['还可以试 2 次', '原因：密码不对'])
  expect(detail_words(entry('counter.held', 'counter:3', { account: 'yangli', from: 'zhouyi' }), speaker)).toEqual(['原来是 zhouyi'])
  expect(detail_words(entry('attachment.kept', 'attachment:3f', { name: '身份证', size: 9 }), speaker)).toEqual(['“身份证”'])
  expect(detail_words(entry('future.thing', 'moon:1', { deep: { er: 1 } }), speaker)).toEqual([])
})
