// SPDX-License-Identifier: Apache-2.0
import type { Ticket, TicketCare } from '@shared/api/types'

type Care = TicketCare['care']

/**
 * What is offered for a number as it stands; the box decides all the same. Only a missed number can be put back, and only
 * once; somebody at a counter is that counter's to end.
 */
export function cares_for(ticket: Ticket, slip: string | null): Care[] {
  const cares: Care[] = []
  if (ticket.state === 'missed' && ticket.rejoins === 0) cares.push('rejoin')
  if (ticket.state === 'waiting' && ticket.priority !== '') cares.push('remove_priority')
  if (['waiting', 'held', 'called'].includes(ticket.state) && slip !== 'queued' && slip !== 'printing') cares.push('reprint')
  if (['waiting', 'held'].includes(ticket.state)) cares.push('end')
  return cares
}
