// SPDX-License-Identifier: Apache-2.0
import type { Content, Matter } from './api/types'

/** Looks things up in the hall's content. */
export function hall_content(content: Content | null) {
  const matters = new Map((content?.matters ?? []).map((matter) => [matter.id, matter]))
  const counters = new Map((content?.counters ?? []).map((counter) => [counter.number, counter]))
  return {
    matter: (id: string): Matter | undefined => matters.get(id),
    counter: (number: number) => counters.get(number),
    line: (letter: string) => content?.lines.find((line) => line.letter === letter),
    priority: (id: string) => content?.priorities.find((priority) => priority.id === id),
    takes: (counter: number, matter: string): boolean => counters.get(counter)?.matters.includes(matter) ?? false,
  }
}
