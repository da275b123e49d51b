/** Downloads, by a link as a person would follow one: in a browser into its downloads, in the app by the save dialog. */

/** `name` is the file's; left out, the answer says it. */
export function follow(address: string, name = ''): void {
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
}

/** Long enough for any browser to have begun. */
const keptFor = 60_000

/** Saves a page that was made in the window. Whether a person went on to save it cannot be known. */
export function savePage(name: string, html: string): void {
  const address = URL.createObjectURL(new Blob([html], { type: 'text/html;charset=utf-8' }))
  follow(address, name)
  setTimeout(() => URL.revokeObjectURL(address), keptFor)
}
