// SPDX-License-Identifier: Apache-2.0
// A hall that nobody lives near: its content, and people whose names say that they are examples.
import type { Content, StaffMember, Words } from '../../shared/api/types'

const w = (zh: string, en: string): Words => ({ zh, en })

export const sample_content: Content = {
  content_version: 7,
  name: w('样板社区便民大厅', 'Sample Community Service Hall'),
  short_name: w('样板大厅', 'Sample Hall'),
  time_zone: 'Asia/Shanghai',
  calls_before_miss: 3,
  wait_amber_minutes: 15,
  wait_red_minutes: 30,
  lines: [
    { letter: 'A', name: w('民政', 'Civil affairs') },
    { letter: 'B', name: w('人社', 'Work & pensions') },
    { letter: 'C', name: w('医保', 'Health insurance') },
    { letter: 'D', name: w('卫健', 'Health') },
    { letter: 'E', name: w('残联', 'Disability') },
    { letter: 'F', name: w('退役军人', 'Veterans') },
    { letter: 'K', name: w('其他', 'Other') },
  ],
  matters: [
    { id: 'minimum-living', line: 'A', name: w('低保申请', 'Minimum living allowance'), service_minutes: 8,
      bring: [w('身份证', 'ID card'), w('户口簿', 'Household register'), w('家庭收入说明', 'Statement of income'), w('房产、存款授权书', 'Consent to look at property and savings')] },
    { id: 'elder-card', line: 'A', name: w('老年人优待证', 'Card for older people'), service_minutes: 5, bring: [w('身份证', 'ID card'), w('一寸照片', 'Photograph')] },
    { id: 'temporary-relief', line: 'A', name: w('临时救助', 'Temporary relief'), service_minutes: 10, bring: [w('身份证', 'ID card')] },
    { id: 'job-register', line: 'B', name: w('就业登记', 'Register for work'), service_minutes: 6, bring: [w('身份证', 'ID card')] },
    { id: 'card-again', line: 'B', name: w('社保卡补换', 'New social security card'), service_minutes: 6, bring: [w('身份证', 'ID card')] },
    { id: 'jobless', line: 'B', name: w('失业登记', 'Register as jobless'), service_minutes: 8, bring: [w('身份证', 'ID card'), w('解除合同证明', 'Proof that the contract ended')] },
    { id: 'insure-resident', line: 'C', name: w('居民医保参保', 'Join health insurance'), service_minutes: 6, bring: [w('身份证', 'ID card')] },
    { id: 'care-elsewhere', line: 'C', name: w('异地就医备案', 'Treatment in another city'), service_minutes: 5, bring: [w('身份证', 'ID card'), w('社保卡', 'Social security card')] },
    { id: 'birth-register', line: 'D', name: w('生育登记', 'Register a birth'), service_minutes: 5, bring: [w('身份证', 'ID card'), w('结婚证', 'Marriage certificate')] },
    { id: 'disability-grants', line: 'E', name: w('残疾人两项补贴', 'Two disability grants'), service_minutes: 9, bring: [w('身份证', 'ID card'), w('残疾人证', 'Disability card')] },
    { id: 'veteran-card', line: 'F', name: w('退役军人优待证', 'Card for veterans'), service_minutes: 6, bring: [w('身份证', 'ID card'), w('退伍证', 'Discharge paper')] },
    { id: 'complaint-stairs', line: 'K', name: w('投诉 · 楼道堆物', 'Complaint: things on the stairs'), service_minutes: 7, bring: [] },
  ],
  counters: [
    { number: 1, place: w('进门左手第一个', 'First on the left'), lines: ['C', 'D'], matters: ['insure-resident', 'care-elsewhere', 'birth-register'] },
    { number: 2, place: w('进门左手第二个', 'Second on the left'), lines: ['B'], matters: ['job-register', 'card-again', 'jobless'] },
    { number: 3, place: w('正对门', 'Facing the door'), lines: ['A', 'E'], matters: ['minimum-living', 'elder-card', 'temporary-relief', 'disability-grants'] },
    { number: 4, place: w('里间', 'Back room'), lines: ['A', 'F'], matters: ['minimum-living', 'elder-card', 'temporary-relief', 'veteran-card'] },
    { number: 5, place: w('里间', 'Back room'), lines: ['K'], matters: ['complaint-stairs'] },
  ],
  priorities: [
    { id: 'elder', name: w('高龄', 'Aged') },
    { id: 'disabled', name: w('残疾人', 'Disabled') },
    { id: 'veteran', name: w('退役军人', 'Veteran') },
  ],
}

const member = (account: string, name: string, role: StaffMember['role'], counters: number[] = [], more: Partial<StaffMember> = {}): StaffMember => ({
  account, name, role, active: true, locked_until_ms: null, must_change_password: false, last_sign_in_ms: Date.UTC(2026, 10, 23, 0, 52), counters, ...more,
})

/** Whoever of them signs in has the password "sample-pass". */
export const sample_staff: StaffMember[] = [
  member('yangli', '样例丽', 'clerk', [3]),
  member('zhouyi', '周样一', 'clerk', [1]),
  member('chener', '陈样二', 'clerk', [2]),
  member('banzhang', '值班样', 'supervisor'),
  member('xitong', '系统样', 'system'),
  member('anquan', '安全样', 'security'),
  member('shenji', '审计样', 'audit'),
  member('xinren', '新人样', 'none', [], { must_change_password: true, last_sign_in_ms: null }),
  member('wangji', '忘记样', 'clerk', [], { locked_until_ms: Date.UTC(2026, 10, 23, 2, 5) }),
  member('likai', '离开样', 'clerk', [], { active: false, last_sign_in_ms: Date.UTC(2026, 8, 1, 8, 0) }),
]
