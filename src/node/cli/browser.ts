/** The person's own browser. */
import { spawn } from 'node:child_process'

/** Opens an address in it; answers whether there was a program to ask. */
export function openInBrowser(address: string): Promise<boolean> {
  const [program, ...args] =
    process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['cmd', '/c', 'start', '""'] : ['xdg-open']
  return new Promise((resolve) => {
    const child = spawn(program, [...args, address], { stdio: 'ignore', detached: true, windowsVerbatimArguments: true })
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}
