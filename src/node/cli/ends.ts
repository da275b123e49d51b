/** How deliveries end. */
import type { DeliveryState } from '../../core/contract/delivery.ts'
import type { Target } from '../../core/model/target.ts'
import type { CliDesk } from './desk.ts'

/** Listens from now on, and then tells how the delivery of an edition ended; one of before is not it. */
export function endsOf(desk: CliDesk, { id }: Target): (edition: string) => Promise<DeliveryState | 'gone'> {
  const ended: DeliveryState[] = []
  let heard = (): void => undefined
  const off = desk.on((event) => {
    if (event.kind !== 'delivery' || event.delivery.target !== id || event.delivery.state === 'sending') return
    ended.push(event.delivery)
    heard()
  })
  return (edition) =>
    new Promise((resolve) => {
      const end = (how: DeliveryState | 'gone'): void => {
        off()
        resolve(how)
      }
      heard = () => {
        const own = ended.find((delivery) => delivery.edition === edition)
        if (own !== undefined) end(own)
      }
      heard()
      void desk.gone.then(() => {
        end('gone')
      })
    })
}
