/** The first steps of a desk that was begun here, until they are done. */
import { shallowReactive } from 'vue'
import type { Board } from '../../../core/rail.ts'
import { isComplete } from '../../../core/rail.ts'

export const steps = ['write', 'ready', 'launch', 'page'] as const
export type Step = (typeof steps)[number]

/** Which steps are done, from what the rail in view and the site say; `opened`: the page was looked at. */
export function stepsDone(board: Pick<Board, 'own' | 'carried'>, launched: boolean, opened: boolean): Readonly<Record<Step, boolean>> {
  const briefs = [...board.own, ...board.carried].map((row) => row.brief)
  return {
    write: launched || briefs.some((brief) => isComplete(brief)),
    ready: launched || briefs.some((brief) => isComplete(brief) && brief.status === 'ready'),
    launch: launched,
    page: launched && opened,
  }
}

/** How far a library's first steps are, on this machine: none for a library that was not begun here. */
export type Progress = 'begun' | 'opened' | 'over'

const key = (library: string): string => `newsrail.steps.${library}`
/** As kept, for whoever looks on: a desk may be shown before it is said that it was begun here. */
const kept = shallowReactive(new Map<string, Progress>())

export function progressOf(library: string): Progress | undefined {
  const stored = kept.get(library) ?? localStorage.getItem(key(library))
  return stored === 'begun' || stored === 'opened' || stored === 'over' ? stored : undefined
}

export function setProgress(library: string, progress: Progress): void {
  localStorage.setItem(key(library), progress)
  kept.set(library, progress)
}
