// SPDX-License-Identifier: Apache-2.0
// The line, told by department line: what the hall's overview and its filters show.
import type { Content, Hall, Ticket } from '@shared/api/types'

export interface LineNow {
  letter: string
  name: { zh: string; en: string }
  tickets: Ticket[]
  longest: Ticket | null
  counters: number[]
  counters_open: number[]
}

export function line_of(ticket: Pick<Ticket, 'code'>): string {
  return ticket.code.slice(0, 1)
}

/** One entry for each line of the content, in its order; tickets in the order of calling. `waited` reckons a wait now. */
export function lines_now(hall: Hall, content: Content, waited: (ticket: Ticket) => number): LineNow[] {
  const open = new Set(hall.counters.filter((counter) => counter.open).map((counter) => counter.number))
  return content.lines.map((line) => {
    const matters = new Set(content.matters.filter((matter) => matter.line === line.letter).map((matter) => matter.id))
    const tickets = hall.line.filter((ticket) => line_of(ticket) === line.letter)
    const counters = content.counters
      .filter((counter) => counter.matters.some((matter) => matters.has(matter)))
      .map((counter) => counter.number)
    return {
      letter: line.letter,
      name: line.name,
      tickets,
      longest: tickets.reduce<Ticket | null>(
        (most, ticket) => (most === null || waited(ticket) > waited(most) ? ticket : most), null),
      counters,
      counters_open: counters.filter((number) => open.has(number)),
    }
  })
}

/** Somebody waits and no open counter takes it: the one thing of the overview that does not mend itself. */
export function lacks_counter(line: LineNow): boolean {
  return line.tickets.length > 0 && line.counters_open.length === 0
}
