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
    [t('console.figures.csv.day'), figures.date],
    [t('console.figures.taken'), figures.taken],
    [t('console.figures.done'), figures.done],
    [t('console.figures.missed'), figures.missed],
    [t('console.figures.left'), figures.left],
    [t('console.figures.waiting'), figures.waiting],
    [t('console.figures.csv.waited_mean'), minutes_of(figures.waited_mean_ms)],
    [t('console.figures.csv.waited_longest'), minutes_of(figures.waited_longest_ms)],
    [t('console.figures.over_limit'), figures.over_limit],
    [t('console.figures.csv.visit_mean'), minutes_of(figures.visit_mean_ms)],
    [t('console.figures.csv.week_before'), figures.week_before_taken],
  ]
}

export function figure_rows(figures: Figures, words: FigureWords): Cell[][] {
  const { t } = words
  const waits = [t('console.figures.taken'), t('console.figures.done'), t('console.figures.csv.waited_mean'), t('console.figures.csv.waited_longest')]
  const four = (row: { taken: number; done: number; waited_mean_ms: number; waited_longest_ms: number }): Cell[] =>
    [row.taken, row.done, minutes_of(row.waited_mean_ms), minutes_of(row.waited_longest_ms)]
  return [
    ...day(figures, words),
    [],
    [t('console.figures.by_hour'), ...waits],
    ...figures.hours.map((hour) => [t('console.figures.hour', { hour: hour.hour }), ...four(hour)]),
    [],
    [t('console.figures.by_line'), ...waits],
    ...figures.lines.map((line) => [`${line.letter} ${words.line(line.letter)}`, ...four(line)]),
    [],
    [t('console.figures.by_counter'), t('console.figures.done'), t('console.figures.csv.visit_mean')],
    ...figures.counters.map((counter) =>
      [t('console.figures.counter', { counter: counter.number }), counter.done, minutes_of(counter.visit_mean_ms)]),
    [],
    [t('console.figures.by_outcome'), t('console.figures.count')],
    ...Object.entries(figures.outcomes).map(([name, count]) => [words.outcome(name), count]),
  ]
}
