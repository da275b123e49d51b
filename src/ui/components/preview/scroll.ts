/** Where a reader is on a page, kept from one version of it to the next. */

/** The element that a reader looks at, and how far below the top of the view it begins, in pixels. */
export interface Anchor {
  readonly id: string
  readonly below: number
}

export interface Position {
  readonly top: number
  readonly anchor: Anchor | undefined
}

interface Placed {
  readonly id: string
  /** Below the top of the view; negative above it. */
  readonly top: number
  readonly bottom: number
}

/** The first of the page's parts that is at least partly in view. */
export function anchorAt(parts: readonly Placed[]): Anchor | undefined {
  const first = parts.find((part) => part.bottom > 0)
  return first === undefined ? undefined : { id: first.id, below: first.top }
}

/** How far to scroll so that the same part begins at the same height; where it is gone, the same distance from the top. */
export function scrollFor({ top, anchor }: Position, parts: readonly Placed[], now: number): number {
  const part = anchor === undefined ? undefined : parts.find((one) => one.id === anchor.id)
  return Math.max(0, part === undefined || anchor === undefined ? top : now + part.top - anchor.below)
}

function partsOf(page: Document): Placed[] {
  return [...page.querySelectorAll<HTMLElement>('article[id]')].map((element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return { id: element.id, top, bottom }
  })
}

function scrollerOf(page: Document): Element {
  return page.scrollingElement ?? page.documentElement
}

export function positionOf(page: Document): Position {
  const top = scrollerOf(page).scrollTop
  // At the top one stays at the top: what is new there is what one waits for.
  return { top, anchor: top === 0 ? undefined : anchorAt(partsOf(page)) }
}

export function scrollBack(page: Document, position: Position): void {
  const scroller = scrollerOf(page)
  scroller.scrollTop = scrollFor(position, partsOf(page), scroller.scrollTop)
}

/** Brings a part of the page into view, unless it is in view as a whole. Answers whether the page has it. */
export function reveal(page: Document, part: string, smoothly: boolean): boolean {
  const element = page.querySelector(part)
  if (element === null) return false
  const { top, bottom } = element.getBoundingClientRect()
  const height = scrollerOf(page).clientHeight
  if (top < 0 || bottom > height) {
    element.scrollIntoView({ block: bottom - top > height ? 'start' : 'center', behavior: smoothly ? 'smooth' : 'auto' })
  }
  return true
}
