/** A page as wide as a phone or a desktop, within the room that there is. */
import { computed, onMounted, onScopeDispose, shallowRef, type ComputedRef, type Ref } from 'vue'

const phone = 390
const desktop = 1280

export interface PageBox {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly scale: number
}

/** A phone's page is never wider than the room; a desktop's is drawn smaller until it fits. */
export function pageBox(room: { width: number; height: number }, kind: 'phone' | 'desktop'): PageBox {
  if (kind === 'phone') {
    const width = Math.min(phone, room.width)
    return { width, height: room.height, left: Math.floor((room.width - width) / 2), scale: 1 }
  }
  const width = Math.max(desktop, room.width)
  const scale = room.width / width
  return { width, height: room.height / scale, left: 0, scale }
}

/** The style of the page's frames; follows the room as it is resized. */
export function usePageWidth(
  stage: Readonly<Ref<HTMLElement | null>>,
  kind: Readonly<Ref<'phone' | 'desktop'>>,
): ComputedRef<Record<string, string>> {
  const room = shallowRef({ width: phone, height: 600 })
  const observer = new ResizeObserver(([entry]) => {
    if (entry !== undefined && entry.contentRect.width > 0) room.value = entry.contentRect
  })
  onMounted(() => stage.value && observer.observe(stage.value))
  onScopeDispose(() => observer.disconnect())
  return computed(() => {
    const { width, height, left, scale } = pageBox(room.value, kind.value)
    return { width: `${String(width)}px`, height: `${String(height)}px`, left: `${String(left)}px`, transform: `scale(${String(scale)})` }
  })
}
