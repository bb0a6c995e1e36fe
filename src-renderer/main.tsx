// First: schemas read these settings when they are made.
import './app/schema-settings';
import '@fontsource-variable/inter/wght.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { followMainSide } from './app/session/session';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element to show Steward in.');

followMainSide();
createRoot(root).render(<App />);
