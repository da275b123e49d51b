import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { ar } from '../../src/core/messages/ar.ts'
import { en } from '../../src/core/messages/en.ts'
import { deskLanguage } from '../../src/core/messages/languages.ts'
import { clockTime, dayLabel, languageName, shortDay } from '../../src/ui/format.ts'
import { direction, speak, t } from '../../src/ui/i18n.ts'

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|vue)$/.test(entry.name) && !entry.parentPath.includes('messages'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
}

const messageAt = (catalogue: object, key: string): string =>
  key.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], catalogue) as string

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

describe('the Arabic catalogue', () => {
  it('says all that the English one says, and no more', () => {
    expect(keysOf(ar).sort()).toEqual(keysOf(en).sort())
  })

  it('fills in the same values', () => {
    const namesIn = (message: string): string[] => [...new Set([...message.matchAll(/\{\w+\}/g)].map(([name]) => name))].sort()
    for (const key of keysOf(en)) expect([key, namesIn(messageAt(ar, key))]).toEqual([key, namesIn(messageAt(en, key))])
  })

  it('has all six plural forms where the English has several', () => {
    for (const key of keysOf(en)) {
      const forms = messageAt(ar, key).split(' | ').length
      expect([key, forms]).toEqual([key, messageAt(en, key).includes(' | ') ? 6 : 1])
    }
  })
})

describe('the desk in Arabic', () => {
  afterEach(() => speak('en'))

  it('counts as Arabic does', async () => {
    await speak('ar')
    expect([0, 1, 2, 5, 12, 100].map((n) => t('calendar.briefs', {}, n))).toEqual([
      'لا أخبار',
      'خبر واحد',
      'خبران',
      '5 أخبار',
      '12 خبرًا',
      '100 خبر',
    ])
  })

  it('is read from the right, with days in Arabic and times as everywhere', async () => {
    await speak('ar')
    expect(direction.value).toBe('rtl')
    expect(dayLabel('2026-04-15', '2026-04-01')).toBe('الأربعاء 15 أبريل')
    expect(shortDay('2026-04-15')).toBe('الأربعاء 15')
    expect(clockTime('2026-04-15T20:58:04.000Z')).toMatch(/^\d\d:58:04$/)
    expect(languageName('lt')).toBe('الليتوانية')
  })

  it('keeps what is filled in apart from the sentence around it', async () => {
    await speak('ar')
    expect(t('did.ready', { kicker: 'EstLink 2' })).toBe('\u2068EstLink 2\u2069 جاهز')
    await speak('en')
    expect(t('did.ready', { kicker: 'EstLink 2' })).toBe('EstLink 2 is ready')
    expect(t('did.ready', { kicker: 'الكونغو' })).toBe('\u2068الكونغو\u2069 is ready')
  })

  it('is what was chosen, else the first that the system asks for', () => {
    expect(deskLanguage('system', ['fr-FR', 'ar-LB', 'en'])).toBe('ar')
    expect(deskLanguage('system', ['fr-FR'])).toBe('en')
    expect(deskLanguage('en', ['ar'])).toBe('en')
  })
})
