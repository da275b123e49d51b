/** Telling somebody who types from somebody who acts, where letters are keys of acts. */

const within = 1_000
const many = 3

export type Guarded =
  | { readonly kind: 'free' }
  /** Typing was noticed just now, after so many acts. */
  | { readonly kind: 'stopped'; readonly acts: number }
  /** Typing goes on. */
  | { readonly kind: 'typing' }

/** Three letters within a second stop letters from acting, until none was typed for a second. */
export function letterGuard(clock: () => number = () => performance.now()) {
  let recent: number[] = []
  let acts = 0
  let stopped = false
  return {
    /** A letter was pressed; `acting` says whether it is the key of an act. */
    press(acting: boolean): Guarded {
      const at = clock()
      recent = [...recent.filter((time) => at - time < within), at]
      if (recent.length === 1) {
        acts = 0
        stopped = false
      }
      if (stopped) return { kind: 'typing' }
      if (recent.length >= many) {
        stopped = true
        return { kind: 'stopped', acts }
      }
      if (acting) acts += 1
      return { kind: 'free' }
    },
    /** A key was pressed where it types or does something else: nobody is typing past a field. */
    rest(): void {
      recent = []
    },
  }
}
