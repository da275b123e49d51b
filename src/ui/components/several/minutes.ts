/** Minutes as people type them: `10`, `+10`, `-10`, `−10`. Undefined where it is no number of them. */
export function readMinutes(text: string): number | undefined {
  const match = /^([+\u2212-]?)\s*(\d{1,4})$/.exec(text.trim())
  if (match === null) return undefined
  const minutes = Number(match[2])
  return match[1] === '' || match[1] === '+' ? minutes : -minutes
}
