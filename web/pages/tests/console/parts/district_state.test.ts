// SPDX-License-Identifier: Apache-2.0
import type { VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import DistrictState from '../../../console/parts/DistrictState.vue'
import type { DistrictLink } from '../../../shared/api/types'
import { open_office } from '../../support/pages'
import { sample_now_ms } from '../../support/sample_hall'

let shown: VueWrapper | null = null
afterEach(() => {
  shown?.unmount()
  shown = null
})

const in_step: DistrictLink = { state: 'approved', hall: '样例大厅', address: 'https://district.example', fingerprint: '3f2a-91c0-77de-0b1c', unsent: 0, oldest_unsent_ms: null, contact_ms: sample_now_ms, trouble: 'none', agent_runs: true }
async function said(link: Partial<DistrictLink>, language: 'zh-CN' | 'en' = 'zh-CN') {
  const office = await open_office(({ path }) => (path === '/api/district' ? { status: 200, json: { ...in_step, ...link } } : undefined), { language })
  shown = await office.show(DistrictState)
  return shown
}

it('says that all has arrived, and when the district was last heard of', async () => {
  const part = await said({})
  expect(part.text()).toContain('记录全部传到了')
  expect(part.text()).toContain('最近联系上：09:41')
  expect(part.find('.pill').classes()).toContain('good')
})

it('counts what has not arrived, and says what is safe and what to do', async () => {
  const part = await said({ unsent: 12, oldest_unsent_ms: 26 * 60_000, trouble: 'unreachable' })
  expect(part.text()).toContain('还有 12 条记录没有传到，最早的一条等了 26 分')
  expect(part.text()).toContain('请检查网线和路由器')
  expect(part.find('.pill').classes()).toContain('warning')
})

it('is loud where nothing is sent any more', async () => {
  expect((await said({ agent_runs: false })).text()).toContain('上传程序没有运行')
  expect(shown!.find('.pill').classes()).toContain('bad')
  shown!.unmount()
  expect((await said({ state: 'revoked', trouble: 'hall_revoked' })).find('.pill').classes()).toContain('bad')
})

it('tells the fingerprint while the district has not decided, and nothing alarming without a district', async () => {
  expect((await said({ state: 'waiting' })).text()).toContain('3f2a-91c0-77de-0b1c')
  shown!.unmount()
  const none = await said({ state: 'none', agent_runs: false, contact_ms: null }, 'en')
  expect(none.text()).toContain('Not enrolled')
  expect(none.find('.mend').exists()).toBe(false)
})
