/** What a window can never do: go elsewhere, open others' pages, or use the machine beyond the desk. */
import { app, session, shell } from 'electron'
import { appOrigin } from './ipc.ts'

/** `openWindow` opens another window on the desk. */
export function confineWindows(openWindow: () => void): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false)
  })
  session.defaultSession.setPermissionCheckHandler(() => false)
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
      if (isOwn(url)) openWindow()
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
