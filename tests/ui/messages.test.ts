import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { en } from '../../src/core/messages/en.ts'

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|vue)$/.test(entry.name) && !entry.parentPath.includes('messages'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
}

function keysOf(messages: object, path = ''): string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? keysOf(value as object, `${path}${key}.`) : [`${path}${key}`],
  )
}

describe('the message catalogue', () => {
  it('holds no words that the desk never says', () => {
    const text = ['src', 'electron'].flatMap(sources).join('\n')
    // A key may be written whole, or its last parts be filled in: `acts.${act}`.
    const begins = [...text.matchAll(/`([A-Za-z.]+\.)\$\{/g)].map((match) => match[1] ?? '')
    const said = (key: string): boolean => text.includes(`'${key}'`) || begins.some((begin) => key.startsWith(begin))
    expect(keysOf(en).filter((key) => !key.startsWith('menus.') && !said(key))).toEqual([])
  })
})
