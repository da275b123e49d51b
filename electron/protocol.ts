/** `app://newsrail`: the window's own pages, and nothing else of this machine. */
import { protocol } from 'electron'
import { answerPage, plainAnswer, type Pages } from '../src/node/web/pages.ts'
import { appOrigin } from './ipc.ts'

/** Has to be called before the app is ready. */
export function declareProtocol(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])
}

export function servePages(pages: Pages): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url)
    const own = request.url.startsWith(`${appOrigin}/`) && request.method === 'GET'
    const { status, headers, body } = own ? await answerPage(pages, url) : plainAnswer(404, 'There is nothing here.')
    return new Response(typeof body === 'string' ? body : new Uint8Array(body), { status, headers })
  })
}
