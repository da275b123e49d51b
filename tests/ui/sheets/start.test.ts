import { beforeEach, describe, expect, it } from 'vitest'
import { computed } from 'vue'
import { problemFrom, problemsOf, type Founding } from '../../../src/ui/components/start/founding.ts'
import { offersFor } from '../../../src/ui/components/start/opening.ts'
import { progressOf, setProgress, stepsDone } from '../../../src/ui/components/start/steps.ts'
import { Newsroom } from '../../core/newsroom.ts'

const founding: Founding = { title: 'Read next', name: 'Ana', language: 'en', zone: 'Europe/Vilnius', site: '', where: 'default' }

describe('starting a desk', () => {
  it('takes what the contract takes', () => {
    expect(problemsOf(founding)).toEqual({})
    expect(problemsOf({ ...founding, site: 'https://example.org/rail' })).toEqual({})
  })

  it('says by its field what is wrong', () => {
    const wrong = problemsOf({ ...founding, title: ' ', name: '', language: 'not a tag', zone: 'Mars/Olympus', site: 'example' })
    expect(Object.keys(wrong)).toEqual(['title', 'name', 'language', 'zone', 'site'])
  })

  it('shows what the desk refuses by its field, or by the form', () => {
    expect(problemFrom({ message: 'No.', field: 'zone' })).toEqual({ zone: 'No.' })
    expect(problemFrom({ message: 'The disk is full.' })).toEqual({ form: 'The disk is full.' })
    expect(problemFrom({ message: 'Odd.', field: 'elsewhere' })).toEqual({ form: 'Odd.' })
  })
})

describe('a library that cannot be opened', () => {
  it('may be read while another has it, and written where another machine seems to', () => {
    expect(offersFor({ code: 'locked' })).toEqual(['read'])
    expect(offersFor({ code: 'other-machine' })).toEqual(['read', 'anyway'])
    expect(offersFor({ code: 'damaged' })).toEqual([])
  })
})

describe('the first steps', () => {
  beforeEach(() => localStorage.clear())

  it('tick themselves off as they are done', () => {
    const room = new Newsroom()
    expect(stepsDone(room.board(), false, false)).toEqual({ write: false, ready: false, launch: false, page: false })
    room.brief('22:00', 'a', { status: 'draft' })
    expect(stepsDone(room.board(), false, false)).toMatchObject({ write: true, ready: false })
    room.brief('21:00', 'b')
    expect(stepsDone(room.board(), false, false)).toMatchObject({ ready: true, launch: false })
    expect(stepsDone(room.board(), true, false)).toEqual({ write: true, ready: true, launch: true, page: false })
    expect(stepsDone(room.board(), true, true).page).toBe(true)
  })

  it('do not count a brief without words as written', () => {
    const room = new Newsroom()
    room.brief('22:00', 'a', { text: '' })
    expect(stepsDone(room.board(), false, false).write).toBe(false)
  })

  it('are kept by library, and none are shown for one that was not begun here', () => {
    setProgress('Newsrail', 'begun')
    expect(progressOf('Newsrail')).toBe('begun')
    expect(progressOf('sample')).toBeUndefined()
    localStorage.setItem('newsrail.steps.sample', 'what?')
    expect(progressOf('sample')).toBeUndefined()
  })

  it('are told of as soon as a desk is begun, though it is in view already', () => {
    const progress = computed(() => progressOf('new desk'))
    expect(progress.value).toBeUndefined()
    setProgress('new desk', 'begun')
    expect(progress.value).toBe('begun')
  })
})
