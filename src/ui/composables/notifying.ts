/** Telling what cannot wait: in the status bar, and outside the window where the person wants that. */
import { watch } from 'vue'
import { t } from '../i18n.ts'
import { useAlerts, type News } from '../stores/alerts.ts'
import { useRail } from '../stores/rail.ts'
import { useSession } from '../stores/session.ts'
import { useUi } from '../stores/ui.ts'
import type { GoTo } from './goTo.ts'

/** Whether the system's notifications may be used. */
export function mayNotify(): boolean {
  return 'Notification' in window && Notification.permission === 'granted'
}

/** Asks for it, as browsers want; answers whether it may. */
export async function askToNotify(): Promise<boolean> {
  return 'Notification' in window && (await Notification.requestPermission()) === 'granted'
}

export function useNotifying(goTo: GoTo): void {
  const alerts = useAlerts()
  const rail = useRail()
  const session = useSession()
  const ui = useUi()

  function notify({ key, text, place }: News): void {
    // Of several windows on one desk the tag leaves one notification.
    const notification = new Notification(rail.channel.title, { body: text, tag: key })
    notification.onclick = () => {
      window.focus()
      if (place === undefined) ui.alerts = true
      else goTo(place)
    }
  }

  watch(
    () => alerts.news,
    (news) => {
      if (news === undefined) return
      const look = { label: t('alerts.look'), run: () => (ui.alerts = true) }
      ui.say(news.text, { action: look })
      if (session.settings.notify && mayNotify()) notify(news)
    },
    { immediate: true },
  )
}
