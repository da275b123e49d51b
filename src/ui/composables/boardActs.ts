/** Acts of the board itself: going about it, and new briefs. */
import { nextTick, watch } from 'vue'
import { newBrief } from '../../core/acts.ts'
import { addDays, localTime } from '../../core/clock.ts'
import type { Wish } from '../../core/edit.ts'
import { homes, recordIds, type Instant } from '../../core/ids.ts'
import { timeToFit, type Row } from '../../core/timeline.ts'
import { provideActs } from '../acts.ts'
import { findingWords } from '../findings.ts'
import { t } from '../i18n.ts'
import { newKey } from '../random.ts'
import { useChecks } from '../stores/checks.ts'
import { useRail } from '../stores/rail.ts'
import { useRows } from '../stores/rows.ts'
import { useSelection, type CardField } from '../stores/selection.ts'
import { useSession } from '../stores/session.ts'
import { useSeveral } from '../stores/several.ts'
import { useUi } from '../stores/ui.ts'
import type { Cards } from './cards.ts'
import { announce } from './announce.ts'
import { timeToBegin } from './beginning.ts'
import { instantNow } from './now.ts'
import { typeAhead } from '../typeahead.ts'
import { inTurn } from './turns.ts'

export function useBoardActs(cards: Cards): void {
  const rail = useRail()
  const rows = useRows()
  const checks = useChecks()
  const selection = useSelection()
  const session = useSession()
  const several = useSeveral()
  const ui = useUi()
  const writable = (): boolean => !session.readOnly && rail.view !== undefined

  async function begin(at: Instant | undefined, where?: Wish): Promise<void> {
    if (!(await cards.close(false))) return
    const [key, step] = [newKey(), newKey()]
    const { key: channel } = rail.channel
    const sets = newBrief(channel, rail.day, key, { at, ...(where === undefined ? {} : { where }) }, instantNow())
    if (!(await rail.act(sets, step))) {
      ui.say(t('did.notBegun'))
      return
    }
    selection.openCard(recordIds.brief(homes.day(channel, rail.day), key), 'kicker', true, step)
  }

  /** Begins a card; what is typed from now on is meant for it. */
  const coming = (act: () => Promise<void>) =>
    typeAhead(async () => {
      await act()
      await nextTick()
      await nextTick()
    })

  const begins = (): Instant | undefined => timeToBegin(rail.channel.zone, rail.day)

  /** Below the selected brief, with a time that fits there where there is one. */
  async function beginBelow(): Promise<void> {
    const own = rail.board.own
    const index = own.findIndex(({ id }) => id === selection.selected)
    const row = own[index]
    if (row === undefined) return begin(begins())
    const next = own.slice(index + 1).find(({ pinned }) => !pinned)
    const draft: Row = { id: '', at: undefined, pinned: false, rank: '' }
    const place = next === undefined ? own.length : own.indexOf(next)
    const fit = timeToFit([...own.slice(0, place), draft, ...own.slice(place)], '')
    const at = fit.kind === 'fits' ? fit.at : fit.kind === 'no-minute' ? fit.above : begins()
    await begin(at, { rail: homes.day(rail.channel.key, rail.day), where: next?.id ?? 'end' })
  }

  function endSelection(): void {
    several.clear()
    announce(t('several.count', {}, 0))
    selection.goTo(selection.selected)
  }

  /** What is selected when its turn comes, which may be on another day. */
  const openSelected = (field?: CardField) =>
    inTurn(() => (selection.selected === undefined ? undefined : cards.open(selection.selected, field)))
  const goBy = (by: number) => () => selection.goTo(rows.beside(selection.selected, by))
  const hasRows = (): boolean => rail.view !== undefined

  async function goToDay(day: string): Promise<void> {
    if (day === rail.day) goToNow()
    else if (await cards.close(false)) await rail.show(rail.channel.key, day)
  }

  /** The first brief that has happened; the first at all on another day. */
  function goToNow(): void {
    const now = instantNow()
    const own = rail.board.own
    selection.goTo((own.find((row) => !row.pinned && row.at !== undefined && row.at <= now) ?? own[0])?.id ?? 'lead')
  }

  watch(() => `${rail.channel.key} ${rail.day}`, goToNow, { immediate: true })

  function nextProblem(): void {
    const keys = rows.keys
    const from = selection.selected === undefined ? -1 : keys.indexOf(selection.selected)
    const next = rows.problems.find((key) => keys.indexOf(key) > from) ?? rows.problems[0]
    if (next === undefined) ui.say(t('did.noProblems'))
    else {
      selection.goTo(next)
      const found = checks.of(selection.recordOf(next)).map(findingWords)
      if (found.length > 0) announce(found.join('. '))
    }
  }

  provideActs({
    newBrief: { enabled: writable, run: () => coming(() => begin(begins())) },
    newBelow: { enabled: writable, run: () => coming(() => inTurn(beginBelow)) },
    edit: { enabled: hasRows, run: () => openSelected() },
    time: {
      enabled: () => writable() && several.chosen.length > 0,
      run: () => (several.rows.length > 0 ? ui.open('shift') : openSelected('at')),
    },
    close: {
      // What floats beside the board closes first.
      enabled: () => selection.open !== undefined || (several.rows.length > 0 && !ui.alerts),
      run: () => (selection.open === undefined ? endSelection() : cards.close()),
    },
    image: {
      enabled: () => writable() && (selection.selected === 'lead' || rows.rowOf(selection.selected) !== undefined),
      run: () => openSelected('image'),
    },
    embargo: {
      enabled: () => writable() && rows.rowOf(selection.selected) !== undefined,
      run: () => openSelected('embargo'),
    },
    readyAndClose: { enabled: () => selection.open !== undefined && !session.readOnly, run: cards.readyAndClose },
    selectUp: { enabled: hasRows, run: goBy(-1) },
    selectDown: { enabled: hasRows, run: goBy(1) },
    first: { enabled: hasRows, run: () => selection.goTo('lead') },
    last: { enabled: hasRows, run: () => selection.goTo('discussion') },
    nextProblem: { enabled: hasRows, run: nextProblem },
    now: { enabled: hasRows, run: () => inTurn(() => goToDay(localTime(instantNow(), rail.channel.zone).day)) },
    dayBefore: { enabled: hasRows, run: () => inTurn(() => goToDay(addDays(rail.day, -1))) },
    dayAfter: { enabled: hasRows, run: () => inTurn(() => goToDay(addDays(rail.day, 1))) },
  })
}
