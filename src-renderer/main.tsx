import './app/schema-settings';

// Loaded afterwards, not beside: a schema reads the settings when it is made, and a bundle may order its parts anew.
const { start } = await import('./app/start');
start();
