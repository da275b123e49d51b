/** Work that waits for a moment in which nobody types or scrolls. */

/** So many milliseconds at a time leave room for a key press and its paint in one frame. */
const atATime = 8
const atMost = 400

/** Whether there is still time, counted from now. */
export function budget(milliseconds = atATime): () => boolean {
  const end = performance.now() + milliseconds
  return () => performance.now() < end
}

/** Runs once the window is idle, soon at any rate; answers how to call it off. */
export function whenIdle(run: () => void): () => void {
  // Safari has no idle callbacks.
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(run, 0)
    return () => {
      clearTimeout(timer)
    }
  }
  const handle = requestIdleCallback(run, { timeout: atMost })
  return () => {
    cancelIdleCallback(handle)
  }
}
