// SPDX-License-Identifier: Apache-2.0
// Finding a matter by a part of its name, in either language, or by its line.
import type { Content, Matter } from '@shared/api/types'

function plain(text: string): string {
  return text.toLowerCase().replace(/[\s（）()·,，、]/g, '')
}

/** Matters of a line (all for ''), those whose name begins with the words first; empty words find all. */
export function found_matters(content: Content, words: string, line: string): Matter[] {
  const asked = plain(words)
  const names = (matter: Matter) => [plain(matter.name.zh), plain(matter.name.en), matter.id]
  const here = content.matters.filter((matter) => line === '' || matter.line === line)
  if (asked === '') return here
  const begins = here.filter((matter) => names(matter).some((name) => name.startsWith(asked)))
  const within = here.filter((matter) => !begins.includes(matter) && names(matter).some((name) => name.includes(asked)))
  return [...begins, ...within]
}
