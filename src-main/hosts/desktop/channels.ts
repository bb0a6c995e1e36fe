/** The only two channels between a window and the main side. */
export const callChannel = 'steward:call';
export const eventChannel = 'steward:event';
