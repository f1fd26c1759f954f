/** Why something was done: what somebody wrote, or a code of the sign-in (`INVALID_CODE`) as words. */
export function whyInWords(why: string | null): string | null {
  if (why === null || !/^[A-Z0-9]+(_[A-Z0-9]+)+$/.test(why)) return why
  const words = why.toLowerCase().replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
