/** Dragging a brief with the mouse: between the rail, the shelf and the discarded. */
import { onScopeDispose, shallowRef } from 'vue'
import type { BriefRow } from '../core/rail.ts'

/** A place that a brief can be dropped on. */
export interface Zone {
  readonly element: () => HTMLElement | null
  /** The pointer is here; answers what a drop would do, undefined where nothing can be dropped. */
  readonly over: (row: BriefRow, y: number) => (() => void) | undefined
  readonly leave: () => void
}

export interface Dragged {
  readonly row: BriefRow
  readonly x: number
  readonly y: number
}

/** What is being dragged, for drawing it at the pointer. */
export const dragged = shallowRef<Dragged>()

const zones = new Set<Zone>()
/** The pointer moves so far before it drags rather than clicks. */
const threshold = 6
const edge = 48

export function useDropZone(zone: Zone): void {
  zones.add(zone)
  onScopeDispose(() => zones.delete(zone))
}

/** Begins to watch a press on a brief; a drag begins once the pointer has moved. */
export function beginDrag(event: PointerEvent, row: BriefRow): void {
  if (event.button !== 0 || event.pointerType === 'touch') return
  let zone: Zone | undefined
  let drop: (() => void) | undefined
  let y = event.clientY
  let frame = 0

  const move = (moved: PointerEvent): void => {
    y = moved.clientY
    if (dragged.value === undefined) {
      if (Math.hypot(moved.clientX - event.clientX, y - event.clientY) < threshold) return
      frame = requestAnimationFrame(scroll)
    }
    moved.preventDefault()
    dragged.value = { row, x: moved.clientX, y }
    enter(zoneAt(moved.clientX, y))
  }
  const enter = (next: Zone | undefined): void => {
    if (zone !== next) zone?.leave()
    zone = next
    drop = next?.over(row, y)
  }
  /** Near an edge, what lies beyond comes into view. */
  const scroll = (): void => {
    const element = zone?.element()
    if (element != null) {
      const { top, bottom } = element.getBoundingClientRect()
      const beyond = y < top + edge ? y - top - edge : y > bottom - edge ? y - bottom + edge : 0
      if (beyond !== 0) {
        element.scrollTop += beyond / 4
        enter(zone)
      }
    }
    frame = requestAnimationFrame(scroll)
  }
  const end = (dropped: boolean): void => {
    cancelAnimationFrame(frame)
    window.removeEventListener('pointermove', move)
    window.removeEventListener('pointerup', up)
    window.removeEventListener('pointercancel', cancel)
    window.removeEventListener('keydown', key, true)
    if (dragged.value === undefined) return
    dragged.value = undefined
    // The click that ends a drag opens nothing.
    window.addEventListener('click', swallow, { capture: true, once: true })
    setTimeout(() => window.removeEventListener('click', swallow, true))
    zone?.leave()
    if (dropped) drop?.()
  }
  const up = (): void => end(true)
  const cancel = (): void => end(false)
  const key = (pressed: KeyboardEvent): void => {
    if (pressed.key !== 'Escape') return
    pressed.preventDefault()
    pressed.stopPropagation()
    end(false)
  }
  window.addEventListener('pointermove', move)
  window.addEventListener('pointerup', up)
  window.addEventListener('pointercancel', cancel)
  window.addEventListener('keydown', key, true)
}

function swallow(event: Event): void {
  event.preventDefault()
  event.stopPropagation()
}

function zoneAt(x: number, y: number): Zone | undefined {
  return [...zones].find((zone) => {
    const box = zone.element()?.getBoundingClientRect()
    return box !== undefined && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom
  })
}
