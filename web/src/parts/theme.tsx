import { useState } from 'react'

type Theme = 'system' | 'light' | 'dark'
const NEXT: { readonly [theme in Theme]: Theme } = { system: 'light', light: 'dark', dark: 'system' }

function stored(): Theme {
  const theme = document.documentElement.dataset.theme
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

function keep(theme: Theme): void {
  const { dataset } = document.documentElement
  if (theme === 'system') delete dataset.theme
  else dataset.theme = theme
  try {
    if (theme === 'system') localStorage.removeItem('theme')
    else localStorage.setItem('theme', theme)
  } catch {
    // Storage is forbidden: the choice lasts no longer than the page.
  }
}

/** Light, dark, or as the system has it. */
export function ThemeButton() {
  const [theme, setTheme] = useState(stored)
  const change = () => {
    keep(NEXT[theme])
    setTheme(NEXT[theme])
  }
  return (
    <button type="button" className="theme" onClick={change} aria-label={`Colours: ${theme}. Change`}>
      <span aria-hidden="true">{theme === 'dark' ? '●' : theme === 'light' ? '○' : '◐'}</span> {theme}
    </button>
  )
}
