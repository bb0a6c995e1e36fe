import '@fontsource-variable/inter/wght.css';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { followMainSide } from './session/session';

export function start(): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no element to show Steward in.');
  followMainSide();
  createRoot(root).render(<App />);
}
