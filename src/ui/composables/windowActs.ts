/** Acts of the window: undo, saving, and what opens. */
import { nextTick, watch } from 'vue'
import type { Undone } from '../../core/contract/undone.ts'
import type { ActName } from '../../core/acts.ts'
import { recordIds } from '../../core/ids.ts'
import { provideActs } from '../acts.ts'
import { useConnection } from '../connection.ts'
import { clockTime, listed, signed, timeLabel } from '../format.ts'
import { t, type Message } from '../i18n.ts'
import { keyOfAct } from '../keys.ts'
import { useRail } from '../stores/rail.ts'
import { useSaving } from '../stores/saving.ts'
import { useSearch } from '../stores/search.ts'
import { useSelection } from '../stores/selection.ts'
import { useSession } from '../stores/session.ts'
import { useUi } from '../stores/ui.ts'
import type { Cards } from './cards.ts'
import { instantNow } from './now.ts'
import { inTurn } from './turns.ts'

type Which = 'undo' | 'redo'

/** Provides the acts. */
export function useWindowActs(cards: Cards): void {
  const { call } = useConnection()
  const rail = useRail()
  const saving = useSaving()
  const selection = useSelection()
  const search = useSearch()
  const session = useSession()
  const ui = useUi()
  watch(
    () => rail.edits,
    () => ui.notice?.undo === true && ui.hush(),
    { flush: 'sync' },
  )
  /** What the next press of the same key is sure of. */
  let asked: { which: Which; sure: string } | undefined

  const inView = (): boolean => rail.view !== undefined
  const writable = (): boolean => inView() && !session.readOnly

  async function takeBack(which: Which): Promise<void> {
    await saving.flush()
    const sure = asked?.which === which ? asked.sure : undefined
    asked = undefined
    const result = await call(which, { channel: rail.channel.key, day: rail.day, ...(sure === undefined ? {} : { sure }) })
    if (result.ok) tell(which, result.value)
    else ui.say(result.error.message, { bad: true })
  }

  function tell(which: Which, undone: Undone): void {
    switch (undone.kind) {
      case 'nothing':
        if (undone.stays !== undefined) return ui.say(t('did.staysDown', { kicker: kickerOf(undone.stays), keys: keyOfAct('reinstate') }))
        return ui.say(t(which === 'undo' ? 'did.nothingToUndo' : 'did.nothingToRedo'))
      case 'ask': {
        asked = { which, sure: undone.sure }
        const time = timeLabel(undone.at, rail.channel.zone, rail.day)
        if (undone.stays !== undefined) {
          const words = { kicker: kickerOf(undone.stays), reinstate: keyOfAct('reinstate'), keys: keyOfAct(which) }
          return ui.say(t('did.askTakenDown', { ...words, act: actText(undone.act), time }))
        }
        return ui.say(
          t(undone.why === 'launched' ? 'did.askLaunched' : 'did.ask', { act: actText(undone.act), time, keys: keyOfAct(which) }),
        )
      }
      case 'done': {
        const said = t(which === 'undo' ? 'did.undone' : 'did.redone', { act: actText(undone.act) })
        const who = listed([...new Set(undone.left.map((left) => left.by || t('card.someone')))])
        ui.say(who === '' ? said : `${said}; ${t('did.left', { who })}`)
        goToTouched(undone.act)
      }
    }
  }

  const kickerOf = (record: string): string => rail.kickerOf(record) || t('board.noKicker')

  function actText({ name, record, records, minutes }: Extract<Undone, { kind: 'done' }>['act']): string {
    if (records > 1 && minutes !== undefined) return t('did.shifted', { n: records, minutes: signed(minutes) })
    if (records > 1) return t(`did.many.${name as ActName}` satisfies Message, { n: records })
    const act = t(`did.acts.${name as ActName}` satisfies Message)
    const kicker = rail.kickerOf(record) || (rail.channels.find(({ key }) => recordIds.channel(key) === record)?.title ?? '')
    return kicker === '' ? act : t('did.named', { act, kicker })
  }

  function goToTouched({ name, record }: Extract<Undone, { kind: 'done' }>['act']): void {
    if (record === undefined || selection.open !== undefined) return
    // A copy may stand on another rail.
    if (name === 'copied' && !rail.board.own.some(({ id }) => id === record)) return
    if (record === rail.board.lead.id) selection.goTo('lead')
    else if (record === selection.recordOf('discussion')) selection.goTo('discussion')
    else selection.goTo(record)
  }

  async function recordNow(): Promise<void> {
    await saving.flush()
    if (saving.wrong === undefined && !saving.saving) ui.say(t('status.savedAt', { time: clockTime(saving.savedAt ?? instantNow()) }))
  }

  async function printRail(): Promise<void> {
    await saving.flush()
    await rail.settled()
    ui.printing = true
    await nextTick()
    window.addEventListener('afterprint', () => (ui.printing = false), { once: true })
    window.print()
  }

  provideActs({
    undo: { enabled: writable, run: () => inTurn(() => takeBack('undo')) },
    redo: { enabled: writable, run: () => inTurn(() => takeBack('redo')) },
    recordNow: { run: recordNow },
    // On this rail, then everywhere.
    find: {
      enabled: inView,
      run: () => (document.activeElement?.closest('[data-find]') == null ? ui.openFind() : search.open(ui.find)),
    },
    search: { enabled: inView, run: () => search.open() },
    importText: { enabled: writable, run: () => ui.openImport() },
    deskSettings: { run: () => ui.open('settings') },
    channelSettings: { enabled: inView, run: () => ui.open('channel') },
    calendar: { enabled: inView, run: () => ui.open('calendar') },
    cadence: { enabled: inView, run: () => ui.open('cadence') },
    print: { enabled: inView, run: printRail },
    palette: { run: () => ui.open('palette') },
    keySheet: { run: () => ui.open('keys') },
    newWindow: { enabled: () => session.host === 'web', run: () => window.open(location.href, '_blank') },
    openLibrary: { run: () => session.openLibrary({ choose: true }) },
    launch: {
      enabled: () => inView() && ui.sheet === undefined,
      run: () => inTurn(async () => (await cards.close(false)) && ui.openSheet()),
    },
  })
}
