import { dialog, shell } from 'electron';
import { externalLink } from './external-link';

/**
 * The only way by which something outside Steward is opened. Other links than `externalLink` allows are passed over.
 * A web page is opened after a question, since its address could carry something out of the office.
 */
export async function openExternal(value: string): Promise<void> {
  const link = externalLink(value);
  if (link === null) return;
  if (link.startsWith('https:') && !(await isWanted(link))) return;
  await shell.openExternal(link);
}

async function isWanted(link: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: 'Open this page in your browser?',
    detail: link,
    buttons: ['Open', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}
