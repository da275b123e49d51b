/** What is searched for over the whole library, and what was found: it stays while the search is closed. */
import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { Input, Output } from '../../core/contract.ts'
import type { Failure } from '../../core/contract/failure.ts'
import type { Hit } from '../../core/contract/found.ts'
import { useConnection } from '../connection.ts'
import { useUi } from './ui.ts'

export type Filters = Omit<Input<'search'>, 'text' | 'limit' | 'offset'>

const firstPage = 50
const mostShown = 500
/** Milliseconds: between two letters of quick typing, and between two looks at an index that is being made. */
const pause = 60
const lookAgain = 500

export const useSearch = defineStore('search', () => {
  const { call, on } = useConnection()
  const ui = useUi()
  const text = shallowRef('')
  const filters = shallowRef<Filters>({})
  const limit = shallowRef(firstPage)
  /** The newest answer; the one before stays until it comes. */
  const answer = shallowRef<Output<'search'> & { readonly text: string; readonly filters: Filters }>()
  const failure = shallowRef<Failure>()
  const active = shallowRef(0)
  let turn = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const isOpen = computed(() => ui.dialog === 'search')
  const narrowed = computed(() => Object.values(filters.value).some((value) => value !== undefined))
  const asks = computed(() => text.value.trim() !== '' || narrowed.value)

  async function ask(): Promise<void> {
    const mine = ++turn
    const asked = { text: text.value, filters: filters.value }
    if (!asks.value) {
      answer.value = undefined
      failure.value = undefined
      return
    }
    const result = await call('search', { ...asked.filters, text: asked.text.slice(0, 500), limit: limit.value })
    // An answer that a later question overtook is not shown.
    if (mine !== turn) return
    failure.value = result.ok ? undefined : result.error
    if (!result.ok) return
    const other = answer.value?.text !== asked.text || answer.value.filters !== asked.filters
    answer.value = { ...result.value, ...asked }
    active.value = other ? 0 : Math.min(active.value, Math.max(0, result.value.hits.length - 1))
    if (result.value.indexing !== undefined) askSoon(lookAgain)
  }

  function askSoon(after = pause): void {
    clearTimeout(timer)
    if (isOpen.value) timer = setTimeout(() => void ask(), after)
  }

  watch([text, filters], () => {
    limit.value = firstPage
    askSoon()
  })
  watch(isOpen, (open) => {
    if (open) askSoon(0)
  })
  on(({ kind }) => {
    if (kind === 'hello') answer.value = undefined
    if (kind === 'change' || kind === 'gap' || kind === 'hello') askSoon(lookAgain / 2)
  })

  const hits = computed<readonly Hit[]>(() => answer.value?.hits ?? [])

  return {
    text,
    filters,
    answer,
    failure,
    active,
    hits,
    /** Whether anything narrows the search. */
    narrowed,
    /** Whether there is anything to search for. */
    asks,
    hit: computed(() => hits.value[active.value]),
    /** There are more to show than are shown. */
    hasMore: computed(
      () => hits.value.length < mostShown && (answer.value?.more === true || hits.value.length < (answer.value?.total ?? 0)),
    ),
    /** With words it begins anew, over everything; else as it was left. */
    open(words?: string): void {
      if (words !== undefined && words.trim() !== '') {
        text.value = words
        filters.value = {}
      }
      ui.open('search')
    },
    narrow(more: Filters): void {
      filters.value = { ...filters.value, ...more }
    },
    widen(): void {
      filters.value = {}
    },
    goTo(index: number): void {
      active.value = Math.min(Math.max(index, 0), Math.max(0, hits.value.length - 1))
    },
    showMore(): void {
      limit.value = Math.min(limit.value + firstPage * 2, mostShown)
      void ask()
    },
  }
})
