const NAME = 'reviewer'

/** Who judges, as this browser knows them. */
export function reviewer(): string {
  try {
    return localStorage.getItem(NAME) ?? 'desk'
  } catch {
    // Storage is forbidden: everybody here is the desk.
    return 'desk'
  }
}

/** Says who judges from now on. */
export function nameReviewer(name: string): void {
  try {
    localStorage.setItem(NAME, name.trim() === '' ? 'desk' : name.trim().slice(0, 80))
  } catch {
    // Storage is forbidden: the name lasts no longer than the page.
  }
}
