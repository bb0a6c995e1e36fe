/** The only channels between a window and the main side. */
export const callChannel = 'steward:call';
export const eventChannel = 'steward:event';
export const themeChannel = 'steward:theme';

/** By which a window is told its first theme, before its page is there to ask. */
export const themeArgument = '--steward-theme=';
