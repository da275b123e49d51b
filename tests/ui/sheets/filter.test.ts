import { describe, expect, it } from 'vitest'
import { filterByName } from '../../../src/ui/components/palette/filter.ts'

const names = ['New brief', 'New brief below', 'Retime to fit its place', 'To the shelf', 'Ready or draft', 'Éditions', 'Find on this rail']
const found = (query: string): string[] => filterByName(names, (name) => name, query)

describe('finding a command', () => {
  it('lists all in their order while nothing is typed', () => {
    expect(found('')).toEqual(names)
    expect(found('  ')).toEqual(names)
  })

  it('puts first what begins with the words typed', () => {
    expect(found('re')[0]).toBe('Retime to fit its place')
    expect(found('new b')).toEqual(['New brief', 'New brief below'])
  })

  it('finds by the beginnings of words, then by any part', () => {
    expect(found('bri bel')).toEqual(['New brief below'])
    expect(found('helf')).toEqual(['To the shelf'])
    expect(found('fit retime')).toEqual(['Retime to fit its place'])
  })

  it('minds neither case nor accents', () => {
    expect(found('EDIT')).toEqual(['Éditions'])
    expect(found('édit')).toEqual(['Éditions'])
  })

  it('finds nothing for what no command is called', () => {
    expect(found('zebra')).toEqual([])
  })
})
