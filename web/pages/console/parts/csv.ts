// SPDX-License-Identifier: Apache-2.0
// Tables as a CSV file that a spreadsheet opens right: UTF-8 with its mark, CRLF, every cell in quotes.

export type Cell = string | number | null

const mark = '\uFEFF'

// Spreadsheets run a cell that begins like a formula; with an apostrophe before it, it stays text. Numbers are ours.
function written(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = /^[\s]*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return `"${text.replace(/"/g, '""')}"`
}

export function csv_text(rows: readonly (readonly Cell[])[]): string {
  return mark + rows.map((row) => row.map(written).join(',') + '\r\n').join('')
}

/** Gives the browser a file to save. */
export function save_csv(name: string, rows: readonly (readonly Cell[])[]): void {
  const address = URL.createObjectURL(new Blob([csv_text(rows)], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
