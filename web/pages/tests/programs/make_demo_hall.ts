// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { ask_linli, password } from './linli'
import { missing } from './places'

/** Once before all files: the demo hall takes seconds to make and is copied for each file. */
export default async function make_demo_hall(project: TestProject) {
  const wanting = missing()
  if (wanting.length > 0) throw new Error(wanting.join('\n'))
  const folder = await mkdtemp(join(tmpdir(), 'linli-demo-'))
  const made = await ask_linli(join(folder, 'hall.db'), ['demo', '--staff', password])
  if (made.status !== 0) throw new Error(`linli demo ended with ${made.status}: ${made.said} ${made.complained}`)
  project.provide('demo_folder', folder)
  return () => rm(folder, { recursive: true, force: true })
}
