// SPDX-License-Identifier: Apache-2.0
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'

const running = new Set<Child>()
process.on('exit', () => running.forEach((child) => child.kill_now()))

export const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Asks again and again until there is an answer; after the time it fails with what was waited for. */
export async function until<T>(what: string, ask: () => Promise<T | null | undefined | false> | T | null | undefined | false, ms = 10_000, step_ms = 10): Promise<T> {
  const end = performance.now() + ms
  for (;;) {
    const found = await ask()
    if (found) return found
    if (performance.now() > end) throw new Error(`waited ${ms} ms in vain for: ${what}`)
    await sleep(step_ms)
  }
}

/**
 * A program that a test started, known by its own pid. It ends with the test: by stop() or kill(), when this process exits,
 * and (setpriv --pdeathsig) even where this process is killed itself.
 */
export class Child {
  said = ''
  complained = ''
  private readonly ended: Promise<unknown>

  private constructor(readonly name: string, private readonly process_: ChildProcess) {
    this.ended = once(process_, 'exit').finally(() => running.delete(this))
    process_.stdout?.on('data', (piece) => (this.said += piece))
    process_.stderr?.on('data', (piece) => (this.complained += piece))
    running.add(this)
  }

  static start(program: string, words: string[], environment: Record<string, string> = {}): Child {
    const process_ = spawn('setpriv', ['--pdeathsig', 'KILL', '--', program, ...words], { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] })
    return new Child(program, process_)
  }

  get runs(): boolean {
    return this.process_.exitCode === null && this.process_.signalCode === null
  }

  /** What it said or complained, once that matches. */
  async says(pattern: RegExp, ms = 15_000): Promise<RegExpExecArray> {
    return until(`${this.name} saying ${pattern}; it said: ${this.said} ${this.complained}`, () => {
      if (!this.runs) throw new Error(`${this.name} ended: ${this.said} ${this.complained}`)
      return pattern.exec(this.said) ?? pattern.exec(this.complained)
    }, ms)
  }

  /** Asked to end, and made to where it does not. */
  async stop(): Promise<void> {
    if (!this.runs) return
    this.resume()
    this.process_.kill('SIGTERM')
    const hard = setTimeout(() => this.kill_now(), 3_000)
    await this.ended
    clearTimeout(hard)
  }

  /** As a power cut would: no handler runs. */
  async kill(): Promise<void> {
    this.kill_now()
    await this.ended
  }

  kill_now(): void {
    if (this.runs) this.process_.kill('SIGKILL')
  }

  /** Holds its whole process: it lives, and answers nobody. */
  pause(): void {
    this.process_.kill('SIGSTOP')
  }

  resume(): void {
    this.process_.kill('SIGCONT')
  }
}
