// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { csv_text } from '../../../console/parts/csv'
import { figure_rows } from '../../../console/parts/figures_tables'
import { sample_figures } from '../../support/sample_records'

it('begins with the mark of UTF-8 and ends lines as spreadsheets expect', () => {
  expect(csv_text([['取号', 80], ['办完', null]])).toBe('\uFEFF"取号",80\r\n"办完",\r\n')
})

it('keeps a cell that begins like a formula as text', () => {
  for (const begins of ['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1'])
    expect(csv_text([[begins]])).toBe(`\uFEFF"'${begins}"\r\n`)
  expect(csv_text([['A=1', -3]])).toBe('\uFEFF"A=1",-3\r\n')
})

it('doubles quotes and keeps commas and line ends inside a cell', () => {
  expect(csv_text([['说"好",\n走了']])).toBe('\uFEFF"说""好"",\n走了"\r\n')
})

it('writes the very figures that the page shows', () => {
  const figures = sample_figures(null)
  const rows = figure_rows(figures, { t: (key) => key, line: (letter) => `line ${letter}`, outcome: (name) => `outcome ${name}` })
  expect(rows).toContainEqual(['console.figures.taken', figures.taken])
  expect(rows).toContainEqual(['A line A', 18, 16, 9, 34])
  expect(rows).toContainEqual(['outcome passed_on', 3])
  expect(rows.filter((row) => row[0] === 'console.figures.hour')).toHaveLength(figures.hours.length)
})

it('leaves the week before empty where that day has no records', () => {
  const rows = figure_rows({ ...sample_figures(null), week_before_taken: null }, { t: (key) => key, line: String, outcome: String })
  expect(rows).toContainEqual(['console.figures.csv.week_before', null])
})
