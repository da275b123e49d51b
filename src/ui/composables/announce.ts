/** What is said to those who listen rather than look. */
import { nextTick, shallowRef } from 'vue'

/** The live region's text, drawn once by App. */
export const announcement = shallowRef('')

/** Says a sentence through the live region; the same sentence twice is said twice. */
export function announce(text: string): void {
  announcement.value = ''
  void nextTick(() => {
    announcement.value = text
  })
}
