/** The acts of the key table by the menu they stand in. */
import { keyTable, type Act, type MenuName } from '../../../core/keys.ts'

export interface MenuGroup {
  /** Undefined for acts that stand in no menu. */
  readonly menu: MenuName | undefined
  readonly acts: readonly Act[]
}

const order: readonly (MenuName | undefined)[] = ['file', 'edit', 'brief', undefined, 'view', 'launch', 'help']

/** Parts acts by menu, each in the table's order; menus without any are left out. */
export function inMenus(acts: readonly Act[]): MenuGroup[] {
  return order.map((menu) => ({ menu, acts: acts.filter((act) => keyTable[act].menu === menu) })).filter((group) => group.acts.length > 0)
}
