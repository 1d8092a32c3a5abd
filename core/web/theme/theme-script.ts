export const themes = ['light', 'dark', 'system'] as const;
export type Theme = (typeof themes)[number];
export const themeKey = 'theme';

/**
 * Runs before the first paint, so that a chosen theme never flashes the other one. Without a choice the page follows the system
 * by media query alone and needs no script.
 */
export const themeScript = `try{var t=localStorage.getItem('${themeKey}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}`;
