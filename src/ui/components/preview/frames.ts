/** Two frames, one shown while the other loads, so that a new version of a page takes the place of the old without a flicker. */
import { onScopeDispose, shallowRef, type Ref } from 'vue'
import { positionOf, scrollBack } from './scroll.ts'

export type Side = 0 | 1

const settle = 150
const patience = 15_000

export interface Frames {
  /** Which of the two is shown; undefined until a page was. */
  readonly shown: Readonly<Ref<Side | undefined>>
  readonly failed: Readonly<Ref<boolean>>
  /** The page that is shown. */
  readonly page: () => Document | undefined
  /** Loads the page anew, soon; many wishes at once are one. */
  readonly refresh: () => void
  readonly onLoad: (side: Side) => void
}

/**
 * `frames` gives the two elements, `address` the page's, with a query; `meet` is called with a new page
 * before it is shown.
 */
export function useFrames(frames: () => readonly HTMLIFrameElement[], address: () => string, meet: (page: Document) => void): Frames {
  const shown = shallowRef<Side>()
  const failed = shallowRef(false)
  let loading: { readonly side: Side; readonly address: string } | undefined
  let stale = false
  let version = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let giveUp: ReturnType<typeof setTimeout> | undefined

  const pageOf = (side: Side | undefined): Document | undefined =>
    side === undefined ? undefined : (frames()[side]?.contentDocument ?? undefined)

  function refresh(): void {
    stale = true
    if (loading === undefined) timer ??= setTimeout(load, settle)
  }

  function load(): void {
    timer = undefined
    const side = shown.value === 0 ? 1 : 0
    const frame = frames()[side]
    if (!frame?.contentWindow) return
    stale = false
    loading = { side, address: `${address()}&v=${String(++version)}` }
    // A replaced address leaves nothing in the window's history.
    frame.contentWindow.location.replace(loading.address)
    giveUp = setTimeout(() => end(false), patience)
  }

  function onLoad(side: Side): void {
    if (loading?.side !== side) return
    const page = pageOf(side)
    // Anything else is what a host says instead of the page.
    const whole = page !== undefined && page.querySelector('.newsrail') !== null
    if (whole) show(side, page)
    end(whole)
  }

  function show(side: Side, page: Document): void {
    const before = pageOf(shown.value)
    if (before !== undefined) scrollBack(page, positionOf(before))
    meet(page)
    shown.value = side
  }

  function end(whole: boolean): void {
    clearTimeout(giveUp)
    loading = undefined
    failed.value = !whole
    if (stale) refresh()
  }

  onScopeDispose(() => {
    clearTimeout(timer)
    clearTimeout(giveUp)
  })

  return { shown, failed, page: () => pageOf(shown.value), refresh, onLoad }
}
