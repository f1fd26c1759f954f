/** What goes along from screen to screen. */
export type Shared = {
  area?: string | undefined
  neighbours?: string | undefined
  asAt?: string | undefined
}
