/** What a window can never do: go elsewhere, open others' pages, or use the machine beyond the desk. */
import { app, session, shell } from 'electron'
import { appOrigin } from './ipc.ts'

/** Of a system's permissions the desk's own pages have one: to notify. `openWindow` opens another window on the desk, which shows what its hash says. */
export function confineWindows(openWindow: (hash: string) => void): void {
  const may = (permission: string, url: string): boolean => permission === 'notifications' && isOwn(url)
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) => {
    answer(may(permission, requestingUrl))
  })
  session.defaultSession.setPermissionCheckHandler((_contents, permission, origin) => may(permission, `${origin}/`))
  // What the window made itself may be saved, where the system's own dialog says; anything else comes by the host.
  session.defaultSession.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${appOrigin}/`)) event.preventDefault()
  })
  app.on('web-contents-created', (_created, contents) => {
    const refuse = (event: { preventDefault: () => void }): void => event.preventDefault()
    contents.on('will-navigate', refuse)
    contents.on('will-redirect', refuse)
    contents.on('will-attach-webview', refuse)
    // The preview's frame shows this origin's pages alone, as the policy of the page around it says too.
    contents.on('will-frame-navigate', (event) => {
      if (event.isMainFrame || !isOwn(event.url)) event.preventDefault()
    })
    contents.setWindowOpenHandler(({ url }) => {
      if (isOwn(url)) openWindow(new URL(url).hash)
      else openOutside(url)
      return { action: 'deny' }
    })
  })
}

function isOwn(url: string): boolean {
  return url.startsWith(`${appOrigin}/`)
}

/** A web page or a letter, in the person's own programs. */
function openOutside(url: string): void {
  if (['https:', 'mailto:'].includes(new URL(url).protocol)) void shell.openExternal(url)
}
