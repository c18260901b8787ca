// SPDX-License-Identifier: Apache-2.0
// What the two charts of a day draw. No animation; series differ by shape as well as by colour.
import type { Figures } from '@shared/api/types'
import { minutes_of } from './figures_tables'

type T = (key: string, values?: Record<string, unknown>) => string

const ink = '#5A5347'
const rule = '#E2D9C8'
const deep = '#0C5A53'
const pale = '#6F9C8E'
const red = '#9E271B'

const letters = { color: ink, fontSize: 12, fontFamily: 'Noto Sans SC, Noto Sans CJK SC, Microsoft YaHei, sans-serif' }
const grid = { left: 8, right: 12, top: 40, bottom: 4, containLabel: true }
const legend = { right: 0, top: 0, itemWidth: 14, itemHeight: 12, textStyle: letters }
const value = { type: 'value', minInterval: 1, axisLabel: letters, splitLine: { lineStyle: { color: rule } } }
const tooltip = { trigger: 'axis', renderMode: 'richText', confine: true }

function hoursAxis(figures: Figures, t: T) {
  return {
    type: 'category',
    data: figures.hours.map((hour) => t('console.figures.hour', { hour: hour.hour })),
    axisLabel: letters,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: '#D3C8B4' } },
  }
}

/** Numbers taken and done in each hour: two bars, the paler one hatched. */
export function taken_and_done(figures: Figures, t: T) {
  const hatched = { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4, color: '#FFFFFF66' }
  return {
    animation: false,
    aria: { enabled: true, label: { description: t('console.figures.chart.taken_and_done') } },
    textStyle: letters, grid, legend, tooltip,
    xAxis: hoursAxis(figures, t),
    yAxis: value,
    series: [
      { name: t('console.figures.taken'), type: 'bar', barMaxWidth: 30, barGap: '6%', data: figures.hours.map((hour) => hour.taken),
        itemStyle: { color: pale, borderRadius: [3, 3, 0, 0], decal: hatched } },
      { name: t('console.figures.done'), type: 'bar', barMaxWidth: 30, data: figures.hours.map((hour) => hour.done),
        itemStyle: { color: deep, borderRadius: [3, 3, 0, 0], decal: { symbol: 'none' } } },
    ],
  }
}

/** Waits in minutes of those called in each hour: longest and mean, with the limit as a broken line. */
export function waits(figures: Figures, limit_minutes: number, t: T) {
  const limit = {
    silent: true, symbol: 'none', animation: false,
    lineStyle: { color: red, type: 'dashed', width: 1 },
    label: { position: 'insideStartTop', color: red, fontSize: 12, formatter: t('console.figures.chart.limit', { minutes: limit_minutes }) },
    data: [{ yAxis: limit_minutes }],
  }
  return {
    animation: false,
    aria: { enabled: true, label: { description: t('console.figures.chart.waits') } },
    textStyle: letters, grid, legend: { ...legend, itemWidth: 22 }, tooltip,
    xAxis: { ...hoursAxis(figures, t), boundaryGap: false },
    yAxis: { ...value, max: (range: { max: number }) => Math.ceil((Math.max(range.max, limit_minutes) * 1.1) / 4) * 4 },
    series: [
      { name: t('console.figures.longest'), type: 'line', symbol: 'triangle', symbolSize: 9, lineStyle: { width: 2 },
        color: red, data: figures.hours.map((hour) => minutes_of(hour.waited_longest_ms)), markLine: limit },
      { name: t('console.figures.mean'), type: 'line', symbol: 'emptyCircle', symbolSize: 8, lineStyle: { width: 2 },
        color: deep, data: figures.hours.map((hour) => minutes_of(hour.waited_mean_ms)) },
    ],
  }
}
