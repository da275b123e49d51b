/** Which language the desk speaks in this window, and the way it is read. */
import { computed, readonly, shallowRef, watch, watchEffect, type Ref } from 'vue'
import { deskLanguage } from '../../core/messages/languages.ts'
import { direction, language, speak } from '../i18n.ts'
import { useSession } from '../stores/session.ts'

/** Speaks what was chosen in the settings; answers whether it does, so that nothing is shown in another language first. */
export function useLanguage(): Readonly<Ref<boolean>> {
  const session = useSession()
  const speaks = shallowRef(false)
  const wanted = computed(() => session.hello && deskLanguage(session.settings.language, navigator.languages))
  watch(
    wanted,
    async (now) => {
      if (now === undefined) return
      // A window that cannot get the words goes on in the ones that it has.
      await speak(now).catch(console.error)
      speaks.value = true
    },
    { immediate: true },
  )
  watchEffect(() => {
    Object.assign(document.documentElement, { lang: language.value, dir: direction.value })
  })
  return readonly(speaks)
}
