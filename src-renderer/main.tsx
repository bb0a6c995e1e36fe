import './app/schema-settings';
import './app/timely-release';

// Loaded afterwards, not beside: a schema reads the settings when it is made, the grid looks around when it is loaded,
// and a bundle may order its parts anew.
const { start } = await import('./app/start');
start();
