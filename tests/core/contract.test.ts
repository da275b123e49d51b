import { describe, expect, it } from 'vitest'
import { checkInput, commands, isCommand } from '../../src/core/contract.ts'
import type { CommandName } from '../../src/core/contract.ts'

function fieldAtFault(name: CommandName, input: unknown): string | undefined {
  const checked = checkInput(name, input)
  return checked.ok ? undefined : checked.error.field
}

describe('checkInput', () => {
  it('names the field of a bad call', () => {
    expect(fieldAtFault('view', { channel: '../etc', day: '2026-04-15' })).toBe('channel')
    expect(fieldAtFault('view', { channel: 'world-1', day: 'yesterday' })).toBe('day')
    expect(fieldAtFault('edit', { step: 's', sets: [{ record: 'nonsense', field: 'kicker', to: 'x', after: [] }] })).toBe('sets.0.record')
    expect(fieldAtFault('edit', { step: 's', sets: [] })).toBe('sets')
    expect(fieldAtFault('hello', { path: '/etc/passwd' })).toBe('path')
    expect(fieldAtFault('createLibrary', { title: ' ', language: 'en', zone: 'UTC', site: '', name: 'Ana', where: 'default' })).toBe(
      'title',
    )
    expect(
      fieldAtFault('createLibrary', { title: 'World', language: 'en', zone: 'Mars/Base', site: '', name: 'Ana', where: 'default' }),
    ).toBe('zone')
    expect(fieldAtFault('launch', { channel: 'world-1', day: '2026-04-15', unticked: [], taken: [] })).toBe('targets')
  })

  it.each(Object.keys(commands) as CommandName[])('refuses what is no input at all: %s', (name) => {
    for (const input of [null, 7, 'text', [], undefined]) expect(checkInput(name, input).ok).toBe(false)
  })

  it('cleans what fits', () => {
    const checked = checkInput('createLibrary', {
      title: 'World',
      language: 'en',
      zone: 'UTC',
      site: 'https://example.org/rail',
      name: 'Ana',
      where: 'default',
    })
    expect(checked).toMatchObject({ ok: true, value: { site: 'https://example.org/rail/' } })
  })

  it('knows its own commands and nothing an object has besides', () => {
    expect(isCommand('edit')).toBe(true)
    expect(isCommand('toString')).toBe(false)
  })
})
