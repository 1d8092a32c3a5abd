export const themes = ['light', 'dark', 'system'] as const;
export type Theme = (typeof themes)[number];
export const themeKey = 'theme';

/**
 * Runs before the first paint, so that a chosen theme never flashes the other one. Without a choice the page follows the system
 * by media query alone and needs no script. A page that shows ours in a frame may say which one it is itself, by `?theme=`.
 */
export const themeScript = `try{var t=(/^\\/embed\\//.test(location.pathname)&&new URLSearchParams(location.search).get('theme'))||localStorage.getItem('${themeKey}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}`;
