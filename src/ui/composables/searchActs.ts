/** What is done with a hit: opened where it stands, brought onto the rail in view, copied there, or put on the shelf. */
import { nextTick } from 'vue'
import { duplicate, toRail, toShelf } from '../../core/acts.ts'
import type { RecordState } from '../../core/change.ts'
import { localTime } from '../../core/clock.ts'
import type { Hit } from '../../core/contract/found.ts'
import type { EditSet } from '../../core/edit.ts'
import { dayOfHome, homeOf, homes, kindOf, recordIds } from '../../core/ids.ts'
import { useConnection } from '../connection.ts'
import { t } from '../i18n.ts'
import { newKey } from '../random.ts'
import { useRail } from '../stores/rail.ts'
import { useSelection } from '../stores/selection.ts'
import { useSession } from '../stores/session.ts'
import { useUi } from '../stores/ui.ts'
import type { Cards } from './cards.ts'
import { timeToBegin } from './beginning.ts'
import { instantNow } from './now.ts'
import { inTurn } from './turns.ts'

export type HitAct = 'open' | 'toRail' | 'duplicate' | 'shelf'

export function useSearchActs(cards: Cards) {
  const { call } = useConnection()
  const rail = useRail()
  const selection = useSelection()
  const session = useSession()
  const ui = useUi()

  const nameOf = (hit: Hit): string => hit.kicker.text.trim() || t('board.noKicker')
  const offRail = ({ state }: Hit): boolean => state === 'shelf' || state === 'discarded'

  const isHere = ({ channel }: Hit): boolean => channel === rail.channel.key

  /** Whether an act can be done with a hit. */
  function may(act: HitAct, hit: Hit | undefined): boolean {
    if (hit === undefined) return false
    if (act === 'open') return true
    if (session.readOnly || kindOf(hit.record) !== 'brief') return false
    // What belongs to another channel is copied here rather than taken from it.
    return act === 'toRail' ? offRail(hit) && isHere(hit) : act === 'shelf' ? hit.state !== 'shelf' : true
  }

  /** A record as it is now, of whatever day. */
  async function recordOf(hit: Hit): Promise<RecordState | undefined> {
    const here = rail.records.get(hit.record)
    if (here !== undefined) return here
    const result = await call('view', dayOfHome(homeOf(hit.record)) ?? { channel: hit.channel })
    return result.ok ? result.value.records.find(({ id }) => id === hit.record) : undefined
  }

  /** Records an act on a hit; the row it makes or brings is selected on the board behind. */
  async function record(hit: Hit, text: string, row: string | undefined, sets: (state: RecordState) => EditSet[]): Promise<void> {
    const state = await recordOf(hit)
    if (state === undefined) ui.say(t('search.gone'), { bad: true })
    else if (await rail.act(sets(state))) {
      // Undo takes back what was done on the rail in view or its channel's shelf.
      ui.say(text, { undo: row !== undefined || isHere(hit) })
      if (row !== undefined) selection.select(row)
    }
  }

  /** Here at the time of the clock: the words are used again, not their hour. */
  function copied(state: RecordState, key: string): EditSet[] {
    const at = timeToBegin(rail.channel.zone, rail.day)
    const sets = duplicate(state, rail.channel.key, rail.day, key)
    const same = sets.find(({ field }) => field === 'at')?.to
    if (typeof same === 'string' && localTime(same, rail.channel.zone).day === rail.day) return sets
    const others = sets.filter(({ field }) => field !== 'at' && field !== 'embargo')
    const [first] = others
    return first === undefined || at === undefined ? others : [{ record: first.record, field: 'at', to: at, after: [] }, ...others]
  }

  async function open({ record: id, channel, day }: Hit): Promise<void> {
    if (!(await cards.close(false))) return
    const there = day ?? (rail.records.has(id) ? rail.day : dayOfHome(homeOf(id))?.day)
    if (channel !== rail.channel.key || there !== rail.day) await rail.show(channel, there)
    await nextTick()
    const kind = kindOf(id)
    if (day === undefined) ui.shelfWanted = id
    else selection.goTo(kind === 'lead' ? 'lead' : kind === 'rail' ? 'discussion' : id)
  }

  function run(act: HitAct, hit: Hit | undefined): void {
    if (hit === undefined || !may(act, hit)) return
    const { key: channel, zone } = rail.channel
    switch (act) {
      case 'open':
        ui.close()
        // The dialog gives the focus back first.
        setTimeout(() => void inTurn(() => open(hit)))
        break
      case 'toRail': {
        const time = localTime(hit.at ?? instantNow(), zone).label
        const text = t('did.onRail', { kicker: nameOf(hit), time })
        void inTurn(() => record(hit, text, hit.record, (state) => toRail(state, channel, rail.day, instantNow())))
        break
      }
      case 'duplicate': {
        const key = newKey()
        const row = recordIds.brief(homes.day(channel, rail.day), key)
        void inTurn(() => record(hit, t('did.duplicated', { kicker: nameOf(hit) }), row, (state) => copied(state, key)))
        break
      }
      case 'shelf':
        void inTurn(() => record(hit, t('did.shelved', { kicker: nameOf(hit) }), undefined, (state) => toShelf(state, hit.channel)))
    }
  }

  return { may, run }
}
