// SPDX-License-Identifier: Apache-2.0
// A day's figures as rows of a file: the same figures that the page shows, none computed anew.
import type { Cell } from './csv'
import type { Figures } from '@shared/api/types'

/** Minutes as they are shown: half a minute more is a minute more; below that 0. */
export function minutes_of(ms: number): number {
  return Math.round(ms / 60_000)
}

/** Words that the file needs: by text key, and names of lines and outcomes. */
export interface FigureWords {
  t: (key: string, values?: Record<string, unknown>) => string
  line: (letter: string) => string
  outcome: (name: string) => string
}

function day(figures: Figures, { t }: FigureWords): Cell[][] {
  return [
    [t('figures.csv.day'), figures.date],
    [t('figures.taken'), figures.taken],
    [t('figures.done'), figures.done],
    [t('figures.missed'), figures.missed],
    [t('figures.left'), figures.left],
    [t('figures.waiting'), figures.waiting],
    [t('figures.csv.waited_mean'), minutes_of(figures.waited_mean_ms)],
    [t('figures.csv.waited_longest'), minutes_of(figures.waited_longest_ms)],
    [t('figures.over_limit'), figures.over_limit],
    [t('figures.csv.visit_mean'), minutes_of(figures.visit_mean_ms)],
    [t('figures.csv.week_before'), figures.week_before_taken],
  ]
}

export function figure_rows(figures: Figures, words: FigureWords): Cell[][] {
  const { t } = words
  const waits = [t('figures.taken'), t('figures.done'), t('figures.csv.waited_mean'), t('figures.csv.waited_longest')]
  const four = (row: { taken: number; done: number; waited_mean_ms: number; waited_longest_ms: number }): Cell[] =>
    [row.taken, row.done, minutes_of(row.waited_mean_ms), minutes_of(row.waited_longest_ms)]
  return [
    ...day(figures, words),
    [],
    [t('figures.by_hour'), ...waits],
    ...figures.hours.map((hour) => [t('figures.hour', { hour: hour.hour }), ...four(hour)]),
    [],
    [t('figures.by_line'), ...waits],
    ...figures.lines.map((line) => [`${line.letter} ${words.line(line.letter)}`, ...four(line)]),
    [],
    [t('figures.by_counter'), t('figures.done'), t('figures.csv.visit_mean')],
    ...figures.counters.map((counter) =>
      [t('figures.counter', { counter: counter.number }), counter.done, minutes_of(counter.visit_mean_ms)]),
    [],
    [t('figures.by_outcome'), t('figures.count')],
    ...Object.entries(figures.outcomes).map(([name, count]) => [words.outcome(name), count]),
  ]
}
