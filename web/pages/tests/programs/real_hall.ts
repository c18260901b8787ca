// SPDX-License-Identifier: Apache-2.0
import { copyFile, mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { Child, until } from './child'
import { ask_linli, type Answered } from './linli'
import { places } from './places'

export interface Waiting { code: string; matter: string; state: string }
export interface Taken extends Waiting { check_code: string }
export interface Status {
  waiting: number
  devices: { place: string; device: string; health: string }[]
  counters: { number: number; open: boolean; in_hand: Waiting | null }[]
}

/** A hall of its own in a temporary folder (a copy of the demo hall), and the real programs over it. end() ends all of them. */
export class RealHall {
  console: Child | null = null
  address = ''
  private port = 0
  private readonly children = new Set<Child>()

  private constructor(readonly folder: string) {}

  static async open(): Promise<RealHall> {
    const demo = inject('demo_folder')
    const hall = new RealHall(await mkdtemp(join(tmpdir(), 'linli-hall-')))
    for (const name of await readdir(demo)) await copyFile(join(demo, name), join(hall.folder, name))
    return hall
  }

  get database(): string {
    return join(this.folder, 'hall.db')
  }

  /** Runs linli and gives what it answered in JSON; a refusal or a fault fails the test. */
  async linli<T = unknown>(...words: string[]): Promise<T> {
    const answer = await ask_linli(this.database, words)
    if (answer.status !== 0) throw new Error(`linli ${words.join(' ')} ended with ${answer.status}: ${answer.said} ${answer.complained}`)
    return (answer.said.trim() === '' ? null : JSON.parse(answer.said)) as T
  }

  ask_linli(...words: string[]): Promise<Answered> {
    return ask_linli(this.database, words)
  }

  async take(matter: string, ...more: string[]): Promise<string> {
    return (await this.linli<Taken>('ticket', 'take', matter, ...more)).code
  }

  line(): Promise<Waiting[]> {
    return this.linli('line')
  }

  status(): Promise<Status> {
    return this.linli('status')
  }

  /** Starts the console, again on the same port where it ran before. */
  async start_console(under: string[] = []): Promise<void> {
    const words = ['--database', this.database, '--pages', places.pages, '--local-only', '--local-port', String(this.port)]
    const [program = '', ...rest] = [...under, places.console, ...words]
    this.console = this.own(Child.start(program, rest))
    const [, port] = await this.console.says(/127\.0\.0\.1:(\d+)/)
    this.port = Number(port)
    this.address = `http://127.0.0.1:${port}`
    await until('the console answering', () => fetch(`${this.address}/api/front`).then((answer) => answer.ok, () => false))
  }

  /** As a power cut would end it. */
  async kill_console(): Promise<void> {
    await this.console?.kill()
  }

  /** A board without a screen; its picture is saved at each change, what stands on it beside that. */
  async start_board(): Promise<Board> {
    const picture = join(this.folder, 'board.png')
    await rm(picture, { force: true })
    const child = this.own(Child.start(places.kiosk, ['--database', this.database, '--board', '--mute', '--reduced-motion', '--size', '1280x720', '--save-picture', picture], silent))
    await child.says(/first picture of the hall is shown/, 30_000)
    return new Board(child, picture)
  }

  async start_kiosk(): Promise<Child> {
    const child = this.own(Child.start(places.kiosk, ['--database', this.database, '--size', '540x960'], silent))
    await child.says(/first picture of the hall is shown/, 30_000)
    return child
  }

  async end(): Promise<void> {
    for (const child of this.children) await child.stop()
    await rm(this.folder, { recursive: true, force: true })
  }

  private own(child: Child): Child {
    this.children.add(child)
    return child
  }
}

const silent = { SDL_VIDEODRIVER: 'dummy', SDL_AUDIODRIVER: 'dummy' }

export class Board {
  constructor(readonly child: Child, readonly picture: string) {}

  /** The picture's own bytes. */
  bytes(): Promise<Buffer> {
    return readFile(this.picture)
  }

  /** Every text that stands on it. */
  async texts(): Promise<string> {
    return readFile(`${this.picture}.txt`, 'utf8').catch(() => '')
  }
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the demo hall lies that each test's hall is a copy of. */
    demo_folder: string
  }
}
