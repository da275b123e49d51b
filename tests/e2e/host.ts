import type { Page } from '@playwright/test'

/** A running desk, whatever shows it. */
export interface Host {
  /** The first window. */
  readonly page: Page
  /** The windows that are open now. */
  pages(): Page[]
  newWindow(): Promise<Page>
  /** Does what saves a file from the first window, at a path of the test's; answers the name that the file was offered under. */
  saving(path: string, act: () => Promise<void>): Promise<string>
  /** Quits as a person would, and waits until it has ended. */
  quit(): Promise<void>
  /** Ends it at once, as a crash or a power cut would. */
  kill(): Promise<void>
  /** What it printed. */
  log(): string
}

/** What a host is started with. */
export interface Start {
  readonly env: Record<string, string>
  /** The options of `newsrail serve` and of the app alike. */
  readonly args: readonly string[]
}

/** The place that every test is in. */
export const locale = 'en-GB'
export const timezoneId = 'Europe/Vilnius'
