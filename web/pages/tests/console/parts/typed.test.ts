// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { cares_for } from '../../../console/parts/cares'
import { code_typed } from '../../../console/parts/code_typed'
import { address_fits, percent_of } from '../../../console/parts/device_setting_rules'
import { found_matters } from '../../../console/parts/matter_search'
import { length_of, too_long } from '../../../console/parts/message_words'
import { account_fits, acts_for, name_fits, state_of } from '../../../console/parts/staff_rules'
import { local_of, moment_of } from '../../../console/parts/zone_moment'
import { sample_content, sample_staff } from '../../support/sample_content'
import { sample_now_ms, sample_ticket } from '../../support/sample_hall'

it('reads a number however it is typed', () => {
  for (const typed of ['A018', 'a18', 'a 018', 'Ａ０１８', 'A-18']) expect(code_typed(typed)).toBe('A018')
  expect(code_typed('B1234')).toBe('B1234')
  for (const typed of ['', '18', 'AB12', 'A', 'A1234567', "A1'; --"]) expect(code_typed(typed)).toBeNull()
})

it('counts characters as the box does, so that a rare one is one', () => {
  expect(length_of('𠮷野')).toBe(2)
  expect(too_long('一'.repeat(60), 'zh')).toBe(0)
  expect(too_long('一'.repeat(63), 'zh')).toBe(3)
  expect(too_long('a'.repeat(121), 'en')).toBe(1)
})

it('finds matters by a part of the name in either language and by line', () => {
  const ids = (words: string, line = '') => found_matters(sample_content, words, line).map((one) => one.id)
  expect(ids('登记')).toEqual(['job-register', 'jobless', 'birth-register'])
  expect(ids('register')).toEqual(['job-register', 'jobless', 'birth-register'])
  expect(ids('投诉楼道')).toEqual(['complaint-stairs'])
  expect(ids('', 'C')).toEqual(['insure-resident', 'care-elsewhere'])
  expect(ids('没有这件')).toEqual([])
})

it('offers for a number only what can be done with it as it stands', () => {
  expect(cares_for(sample_ticket('A016', 'elder-card', 1, { state: 'missed' }), 'printed')).toEqual(['rejoin'])
  expect(cares_for(sample_ticket('A016', 'elder-card', 1, { state: 'missed', rejoins: 1 }), 'printed')).toEqual([])
  expect(cares_for(sample_ticket('A020', 'elder-card', 1, { priority: 'elder' }), 'printed')).toEqual(['remove_priority', 'reprint', 'end'])
  expect(cares_for(sample_ticket('A020', 'elder-card', 1), 'printing')).toEqual(['end'])
  expect(cares_for(sample_ticket('A020', 'elder-card', 1, { state: 'serving' }), 'printed')).toEqual([])
  expect(cares_for(sample_ticket('A020', 'elder-card', 1, { state: 'done' }), null)).toEqual([])
})

it('knows the forms of a printer\'s address', () => {
  for (const good of ['none', 'usb:/dev/usb/lp0', 'serial:/dev/ttyUSB0:115200', 'tcp:192.168.1.50:9100', 'tcp:[fd00::50]:9100', 'tcp:printer.lan:9100'])
    expect(address_fits(good)).toBe(true)
  for (const bad of ['', '192.168.1.50', 'tcp:192.168.1.50', 'tcp:host:0', 'tcp:host:70000', 'usb:lp0', 'http://printer'])
    expect(address_fits(bad)).toBe(false)
})

it('takes a percent only from digits', () => {
  expect(percent_of('40')).toBe(40)
  expect(percent_of('400')).toBe(100)
  expect(percent_of('loud')).toBeNull()
  expect(percent_of(undefined)).toBeNull()
})

it('holds accounts and names to what the box takes', () => {
  expect(['yangli', 'li.si-2', 'a_'].every(account_fits)).toBe(true)
  expect(['', 'a', 'Li', '2li', 'li si', 'x'.repeat(33)].some(account_fits)).toBe(false)
  expect(name_fits('样例')).toBe(true)
  expect([' ', '名'.repeat(41)].some(name_fits)).toBe(false)
})

it('says of an account what hinders most', () => {
  const of = (account: string) => state_of(sample_staff.find((one) => one.account === account)!, sample_now_ms)
  expect([of('likai'), of('wangji'), of('xinren'), of('yangli')]).toEqual(['off', 'locked', 'no_role', 'active'])
  const locked_before = { ...sample_staff[0]!, locked_until_ms: sample_now_ms - 1 }
  expect(state_of(locked_before, sample_now_ms)).toBe('active')
})

it('keeps accounts and rights apart, and nobody gives a right to oneself', () => {
  const [clerk] = sample_staff
  expect(acts_for('system', clerk!, 'xitong')).toEqual(['rename', 'switch'])
  expect(acts_for('security', clerk!, 'anquan')).toEqual(['role', 'reset'])
  expect(acts_for('supervisor', clerk!, 'banzhang')).toEqual([])
  expect(acts_for('security', { ...clerk!, account: 'anquan' }, 'anquan')).toEqual([])
  expect(acts_for('system', { ...clerk!, account: 'xitong' }, 'xitong')).toEqual(['rename'])
})

it('reads a local time in the hall\'s zone, whatever the PC\'s is', () => {
  expect(moment_of('2026-11-23T17:30', 'Asia/Shanghai')).toBe(Date.UTC(2026, 10, 23, 9, 30))
  expect(local_of(Date.UTC(2026, 10, 23, 9, 30), 'Asia/Shanghai')).toBe('2026-11-23T17:30')
  // The clocks go back on this night: both guesses are needed.
  expect(local_of(moment_of('2026-10-25T03:30', 'Europe/Berlin')!, 'Europe/Berlin')).toBe('2026-10-25T03:30')
  expect(moment_of('tomorrow', 'Asia/Shanghai')).toBeNull()
  expect(moment_of('', 'Asia/Shanghai')).toBeNull()
})
